/** The end of a list from which its pages are loaded. */
export type ListEnd = 'first' | 'last';

/** Where a person stands in a list. */
export interface ListPlace {
  end: ListEnd;
  /** The cursor follows its row when the list shifts under it. */
  cursorNo: string | null;
  /** Among the loaded rows, where to stay when that row leaves; counted from behind where negative, -1 being the last. */
  cursor: number;
  /** Rows that keys asked to go beyond those held: gone as soon as the page there has come. */
  owed: number;
}

export const LIST_TOP: ListPlace = { end: 'first', cursorNo: null, cursor: 0, owed: 0 };
export const LIST_BOTTOM: ListPlace = { end: 'last', cursorNo: null, cursor: -1, owed: 0 };

/** Where the cursor is: at its row if that one is still listed, else at the same place. */
export function cursorIndex(
  rows: readonly { no: string }[],
  { cursor, cursorNo }: Pick<ListPlace, 'cursor' | 'cursorNo'>,
): number {
  const at = cursor < 0 ? Math.max(rows.length + cursor, 0) : cursor;
  // Nearly always it is where it was; only a list that shifted has to be searched.
  if (cursorNo !== null && rows[at]?.no === cursorNo) return at;
  const found = cursorNo === null ? -1 : rows.findIndex(({ no }) => no === cursorNo);
  return found >= 0 ? found : Math.min(at, Math.max(rows.length - 1, 0));
}
