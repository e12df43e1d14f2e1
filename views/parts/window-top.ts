/** The first row in view as it was painted last. */
export interface ListTop {
  index: number;
  no: string | null;
  /** Where the cursor was then. */
  cursor: number;
}

export const UNPAINTED: ListTop = { index: 0, no: null, cursor: 0 };

/** Where the first row in view is now: rows may have come before it, gone, or been dropped; what is looked at stands still. */
export function shiftedTop(
  top: ListTop,
  items: readonly { no: string }[],
  cursor: number,
  visible: number,
): number {
  if (top.no === null || items[top.index]?.no === top.no) return top.index;
  // Whoever is at the top wants to see what comes there.
  if (top.index === 0 && cursor < visible) return 0;
  const found = items.findIndex(({ no }) => no === top.no);
  // Gone itself: at least the cursor stays on its line.
  return found >= 0 ? found : Math.max(0, cursor - (top.cursor - top.index));
}

/** First row to show so that the cursor is in view; the window moves no more than it must. */
export function windowTop(top: number, cursor: number, rows: number, count: number): number {
  const lowest = Math.max(0, cursor - rows + 1);
  const highest = Math.max(0, Math.min(cursor, count - rows));
  return Math.max(lowest, Math.min(top, highest));
}
