import type { StatsBy } from '@district/contract/vocabulary.ts';

export type Screen =
  | 'workbench'
  | 'requests'
  | 'notices'
  | 'entry'
  | 'triage'
  | 'approvals'
  | 'operators'
  | 'audit'
  | 'stats';

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

/** What has a course to be seen; opinions are too few for one, month by month. */
export const STATS_MEASURES = ['resolution', 'response', 'onTime', 'onTimeStatutory', 'received'] as const;
export type StatsMeasure = (typeof STATS_MEASURES)[number];

export interface StatsState {
  by: StatsBy;
  /** The last month of the period; null for this one, also when it is over. */
  month: string | null;
  /** How many months the period has. */
  months: 1 | 3 | 12;
  measure: StatsMeasure;
  /** Empty for none. */
  q: string;
  /** As in the list of requests: the cursor follows its row. */
  cursorNo: string | null;
  cursor: number;
}

export interface TriageState {
  /** The request one is at; the cursor follows it, and where it leaves the queue the next one comes up. */
  cursorNo: string | null;
  cursor: number;
  /** Numbers of those on which something was done in this sitting. */
  handled: ReadonlySet<string>;
  /** What was done, the last one last, for as long as it can be undone. */
  steps: readonly TriageStep[];
}

/** Something done that has an inverse. */
export interface TriageStep {
  action: 'claim' | 'release' | 'snooze';
  no: string;
}

/** What the list shows when nobody asked for anything else: everything that somebody still owes an answer to. */
export const DEFAULT_FILTER = 'is:open';
