/** Where a reader stands: the writing transaction and the event's id. Written `xid.id`. */
export interface EventCursor {
  xid: string;
  id: string;
}

export function formatCursor(cursor: EventCursor): string {
  return `${cursor.xid}.${cursor.id}`;
}

/** The largest `xid8` and `bigint` of PostgreSQL. */
const XID_MAX = 2n ** 64n - 1n;
const ID_MAX = 2n ** 63n - 1n;

export function parseCursor(text: string): EventCursor | undefined {
  const match = /^(\d{1,20})\.(\d{1,19})$/.exec(text);
  const [, xid, id] = match ?? [];
  if (xid === undefined || id === undefined || BigInt(xid) > XID_MAX || BigInt(id) > ID_MAX) return undefined;
  return { xid, id };
}
