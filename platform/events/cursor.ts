/** Where a reader stands: the writing transaction and the event's id. Written `xid.id`. */
export interface EventCursor {
  xid: string;
  id: string;
}

export function formatCursor(cursor: EventCursor): string {
  return `${cursor.xid}.${cursor.id}`;
}

export function parseCursor(text: string): EventCursor | undefined {
  const match = /^(\d{1,20})\.(\d{1,19})$/.exec(text);
  return match ? { xid: match[1] ?? '', id: match[2] ?? '' } : undefined;
}
