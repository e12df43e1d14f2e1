import type { Desk } from '../desk.ts';
import type { ConsoleState } from '../state.ts';
import { heldPages, isListScreen, type ListScreen, listQuery, loadedRows } from './lists.ts';
import { reaches } from './paged.ts';
import { cursorIndex, LIST_BOTTOM, LIST_TOP, type ListEnd, type ListPlace } from './place.ts';

/** Moves the cursor of a list by so many rows; an infinite number goes to its first or last row, wherever that is. */
export function moveInList(desk: Desk, screen: ListScreen, by: number): void {
  if (!Number.isFinite(by)) {
    goToEnd(desk, screen, by < 0 ? 'first' : 'last');
    return;
  }
  const rows = loadedRows(desk, screen);
  const place = desk.store.getState()[screen];
  if (rows.length === 0) {
    // Typed ahead of the rows: it counts from the end at which they will be.
    const cursor = place.end === 'last' ? Math.min(place.cursor + by, -1) : Math.max(place.cursor + by, 0);
    setPlace(desk, screen, { cursor, cursorNo: null });
    return;
  }
  const held = heldPages(desk, screen);
  const wanted = cursorIndex(rows, place) + place.owed + by;
  const cursor = Math.min(Math.max(wanted, 0), rows.length - 1);
  const isAtEnd = !held || reaches(held, wanted < cursor ? 'first' : 'last');
  setPlace(desk, screen, {
    cursor,
    cursorNo: rows[cursor]?.no ?? null,
    owed: isAtEnd ? 0 : wanted - cursor,
  });
}

/** The rest of a way is not gone behind somebody's back: not once they are about the row they are at, nor when a page comes much later. */
export function stayHere(desk: Desk): void {
  const state = desk.store.getState();
  const { screen } = state;
  if (isListScreen(screen) && state[screen].owed !== 0) setPlace(desk, screen, { owed: 0 });
}

/** To the first or last row; what lies between is not loaded. */
function goToEnd(desk: Desk, screen: ListScreen, end: ListEnd): void {
  const held = heldPages(desk, screen);
  if (held && reaches(held, end)) {
    const rows = loadedRows(desk, screen);
    const cursor = end === 'first' ? 0 : Math.max(rows.length - 1, 0);
    setPlace(desk, screen, { cursor, cursorNo: rows[cursor]?.no ?? null, owed: 0 });
    return;
  }
  setPlace(desk, screen, end === 'first' ? LIST_TOP : LIST_BOTTOM);
  beginAtEnd(desk, screen);
}

/** Where pages of an earlier visit have gone away from the end at which the list now begins, they are loaded anew. */
export function beginAtEnd(desk: Desk, screen: ListScreen): void {
  const place = desk.store.getState()[screen];
  const held = heldPages(desk, screen);
  if (held && !reaches(held, place.end)) {
    const { queryKey } = listQuery(desk.client, screen, place);
    void desk.queries.resetQueries({ queryKey, exact: true });
  }
}

function setPlace(desk: Desk, screen: ListScreen, place: Partial<ListPlace>): void {
  desk.store.setState((state) => ({ [screen]: { ...state[screen], ...place } }) as Partial<ConsoleState>);
}
