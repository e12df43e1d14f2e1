import type { Attachment } from '@district/contract/types.ts';
import type { AttachmentRow } from '../store/schema/attachments.ts';

/** Everything but the content. */
export const ATTACHMENT_COLUMNS = [
  'district',
  'id',
  'request_id',
  'name',
  'media_type',
  'size_bytes',
  'at',
  'operator_id',
  'operator_name',
  'key_id',
] as const satisfies (keyof AttachmentRow)[];

export function attachmentOf(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    at: row.at.toISOString(),
    by: row.operator_name,
  };
}
