/** Lines around the body of a screen: header, tabs, rule above; rule, status, hints below. */
const FRAME_ROWS = 6;
/** Below this a list row has no room for a number and a title. */
export const COLUMNS_MIN = 40;
export const ROWS_MIN = 10;
/** From here on the detail stands beside the list. */
export const PREVIEW_COLUMNS_MIN = 110;

export function bodyRows(rows: number): number {
  return Math.max(1, rows - FRAME_ROWS);
}
