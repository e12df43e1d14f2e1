export type Screen = 'workbench' | 'requests' | 'notices' | 'entry' | 'approvals' | 'operators' | 'audit';

export const MEASURES = ['coverage', 'completeness', 'accuracy', 'timeliness'] as const;
export type Measure = (typeof MEASURES)[number];

export interface EntryState {
  /** Regions gone down into, the last one shown; none is one's own subtree. */
  path: readonly string[];
  /** The cursor follows its region when the rows change order under it. */
  cursorCode: string | null;
  column: number;
  measure: Measure;
}

/** What the list shows when nobody asked for anything else: everything that somebody still owes an answer to. */
export const DEFAULT_FILTER = 'is:open';
