import { REQUESTS_SELECTED_MAX } from '@district/contract/limits.ts';
import type { SelectedRequest } from '@district/contract/types.ts';

/** Requests marked to be acted on, by number. They name requests and not rows: a filter or another order leaves them as they are. */
export type Marks = ReadonlyMap<string, SelectedRequest>;

/** Marks at once at most: as many as a filter selects. */
export const MARKS_MAX = REQUESTS_SELECTED_MAX;

/** Marks that grow with the cursor. */
export interface MarkRange {
  /** The request it began at. */
  fromNo: string;
  /** On which side of the rows held that one lies, once they no longer hold it. */
  isFromBefore: boolean;
  /** What was marked before. */
  base: Marks;
  /** Whether it lasts only as long as Shift is held. */
  isHeld: boolean;
}

function marked({ no, title, claim, version, actions }: SelectedRequest): [string, SelectedRequest] {
  return [no, { no, title, claim, version, actions }];
}

/** Marks with some more, as many as there is room for. */
export function withMarks(marks: Marks, more: readonly SelectedRequest[]): { marks: Marks; isFull: boolean } {
  const all = new Map(marks);
  for (const row of more) {
    if (all.size >= MARKS_MAX && !all.has(row.no)) return { marks: all, isFull: true };
    all.set(...marked(row));
  }
  return { marks: all, isFull: false };
}

/** The range as it is with the cursor at `cursor`, and what is marked by it. */
export function stretched(
  range: MarkRange,
  marks: Marks,
  rows: readonly SelectedRequest[],
  cursor: number,
): { range: MarkRange; marks: Marks; isFull: boolean } {
  const from = rows.findIndex(({ no }) => no === range.fromNo);
  const isHeldByRows = from >= 0;
  const isFromBefore = isHeldByRows ? from <= cursor : range.isFromBefore;
  const begin = isHeldByRows ? from : isFromBefore ? 0 : rows.length - 1;
  const held = new Set(rows.map(({ no }) => no));
  // Of rows that are no longer held nothing was unmarked: the cursor has not come back to them.
  const beyond = isHeldByRows
    ? []
    : [...marks.values()].filter(({ no }) => !range.base.has(no) && !held.has(no));
  const between = rows.slice(Math.min(begin, cursor), Math.max(begin, cursor) + 1);
  const all = withMarks(range.base, [...beyond, ...(begin <= cursor ? between : between.toReversed())]);
  return { range: { ...range, isFromBefore }, ...all };
}

/** How many marks name none of the rows held. */
export function marksElsewhere(marks: Marks, rows: readonly { no: string }[]): number {
  if (marks.size === 0) return 0;
  return marks.size - rows.reduce((here, { no }) => here + (marks.has(no) ? 1 : 0), 0);
}
