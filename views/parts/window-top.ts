/** First row to show so that the cursor is in view; the window moves no more than it must. */
export function windowTop(top: number, cursor: number, rows: number, count: number): number {
  const lowest = Math.max(0, cursor - rows + 1);
  const highest = Math.max(0, Math.min(cursor, count - rows));
  return Math.max(lowest, Math.min(top, highest));
}
