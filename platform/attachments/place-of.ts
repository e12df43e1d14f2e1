import type { Place } from '../sealing/sealing-key.ts';
import type { AttachmentRow } from '../store/schema/attachments.ts';

/** Where a content is sealed to: it opens in no other row. */
export function placeOf({ district, id }: Pick<AttachmentRow, 'district' | 'id'>): Place {
  return { table: 'attachments', column: 'content', district, id };
}
