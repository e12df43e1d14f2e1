import type { AttachmentType } from '@district/contract/vocabulary.ts';
import type { Selectable } from 'kysely';

export interface AttachmentsTable {
  district: string;
  id: string;
  request_id: string;
  name: string;
  media_type: AttachmentType;
  size_bytes: number;
  at: Date;
  operator_id: string | null;
  operator_name: string | null;
  key_id: string;
  /** The bytes in base64, sealed. */
  content: string;
}

export type AttachmentRow = Omit<Selectable<AttachmentsTable>, 'content'>;
