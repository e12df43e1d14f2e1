import type { RequestSelection } from '@district/contract/types.ts';
import { failureOf } from '../command/catch-failure.ts';
import { listMessages } from '../i18n/messages/console-list.ts';
import { translate } from '../i18n/translate.ts';
import { complain } from './complain.ts';
import type { Desk } from './desk.ts';
import { failureText } from './failure.ts';
import { heldPages, loadedRows, rowAtHand } from './list/lists.ts';
import { MARKS_MAX, type MarkRange, stretched, withMarks } from './list/marks.ts';
import { moveInList } from './list/move.ts';
import { reaches } from './list/paged.ts';
import { cursorIndex } from './list/place.ts';
import type { RequestsState } from './state.ts';

function set(desk: Desk, changed: Partial<RequestsState>): void {
  desk.store.setState(({ requests }) => ({ requests: { ...requests, ...changed } }));
}

function say(desk: Desk, key: keyof typeof listMessages.zh, values: Record<string, number> = {}): void {
  const { language } = desk.store.getState();
  desk.store.setState({ notice: { text: translate(listMessages, language, key, values), tone: 'plain' } });
}

/** Marks the request under the cursor, or takes its mark away, and goes on to the next. Ends a range that is being marked. */
export function toggleMark(desk: Desk): void {
  if (desk.store.getState().requests.range) {
    endRange(desk);
    return;
  }
  const row = rowAtHand(desk, 'requests');
  if (!row) return;
  const { marks } = desk.store.getState().requests;
  const without = new Map(marks);
  if (without.delete(row.no)) set(desk, { marks: without });
  else mark(desk, withMarks(marks, [row]));
  moveInList(desk, 'requests', 1);
}

function mark(desk: Desk, { marks, isFull }: ReturnType<typeof withMarks>): void {
  set(desk, { marks });
  if (isFull) say(desk, 'marksFull', { max: MARKS_MAX });
}

/** Begins to mark all rows from here to wherever the cursor goes, or ends it there. */
export function turnRange(desk: Desk): void {
  if (desk.store.getState().requests.range) endRange(desk);
  else if (beginRange(desk, false)) say(desk, 'rangeBegun');
}

function beginRange(desk: Desk, isHeld: boolean): boolean {
  const row = rowAtHand(desk, 'requests');
  if (!row) return false;
  const { marks: base } = desk.store.getState().requests;
  set(desk, { range: { fromNo: row.no, isFromBefore: true, base, isHeld } });
  stretch(desk);
  return true;
}

function endRange(desk: Desk): void {
  set(desk, { range: null });
  say(desk, 'rangeDone', { n: desk.store.getState().requests.marks.size });
}

/** Drops the range, its marks too. */
export function dropRange(desk: Desk): void {
  const { range } = desk.store.getState().requests;
  if (range) set(desk, { range: null, marks: range.base });
  desk.store.setState({ notice: null });
}

function stretch(desk: Desk): void {
  const { requests } = desk.store.getState();
  const rows = loadedRows(desk, 'requests');
  if (!requests.range || rows.length === 0) return;
  const { range, marks, isFull } = stretched(
    requests.range,
    requests.marks,
    rows,
    cursorIndex(rows, requests),
  );
  set(desk, { range });
  mark(desk, { marks, isFull });
}

/** Moves in the list. A range goes along, unless only Shift held it. */
export function moveInRequests(desk: Desk, by: number): void {
  const { range } = desk.store.getState().requests;
  if (range?.isHeld) set(desk, { range: null });
  moveWithRange(desk, by);
}

/** Moves with Shift: what it passes is marked. */
export function extendMarks(desk: Desk, by: number): void {
  if (!desk.store.getState().requests.range && !beginRange(desk, true)) return;
  moveWithRange(desk, by);
}

/** Goes the rest of a way for which rows were missing; a range goes along, as it would have. */
export function goOnInRequests(desk: Desk): void {
  moveWithRange(desk, 0);
}

function moveWithRange(desk: Desk, by: number): void {
  const { range } = desk.store.getState().requests;
  const held = heldPages(desk, 'requests');
  const end = by < 0 ? 'first' : 'last';
  const isJump = !Number.isFinite(by) && held !== undefined && !reaches(held, end);
  moveInList(desk, 'requests', by);
  if (range && isJump) void markUpTo(desk, range, end);
  else stretch(desk);
}

/** The rows between the beginning of the range and an end of the list were never loaded here: the platform says which they are. */
async function markUpTo(desk: Desk, range: MarkRange, end: 'first' | 'last'): Promise<void> {
  const { fromNo } = range;
  set(desk, { range: { ...range, isFromBefore: end === 'last' } });
  const bounds = end === 'last' ? { firstNo: fromNo } : { lastNo: fromNo };
  await select(desk, bounds, ({ items }) => withMarks(range.base, items));
  // The cursor may have gone on meanwhile.
  stretch(desk);
}

/** Marks everything the filter matches, frozen to these requests by the platform. */
export async function markMatching(desk: Desk): Promise<void> {
  set(desk, { range: null });
  await select(desk, {}, ({ items }) => withMarks(desk.store.getState().requests.marks, items));
}

/** Until the platform has answered nothing can be done to the marks: what is typed ahead would hit others than are meant. */
async function select(
  desk: Desk,
  bounds: { firstNo?: string; lastNo?: string },
  markedBy: (selection: RequestSelection) => ReturnType<typeof withMarks>,
): Promise<void> {
  const { filter: q, sort } = desk.store.getState().requests;
  const selecting = {};
  set(desk, { selecting });
  say(desk, 'selecting');
  const isWanted = () => desk.store.getState().requests.selecting === selecting;
  try {
    const selection = await desk.client.selectRequests({ q, sort, ...bounds });
    if (!isWanted()) return;
    const { marks, isFull } = markedBy(selection);
    set(desk, { marks, selecting: null });
    const n = selection.items.length;
    if (selection.more || isFull)
      say(desk, selection.more ? 'selectedSome' : 'marksFull', { n, max: MARKS_MAX });
    else say(desk, 'selected', { n });
  } catch (error) {
    if (!isWanted()) return;
    set(desk, { selecting: null });
    const { language } = desk.store.getState();
    complain(desk, failureText(failureOf(error), language));
  }
}
