import * as z from 'zod';
import { ATTACHMENT_NAME_LENGTH_MAX, ATTACHMENT_SIZE_BYTES_MAX } from '../limits.ts';
import { ATTACHMENT_TYPES, type AttachmentType } from '../vocabulary.ts';
import { Instant, plainName } from './fields.ts';

const MediaType = z.enum(Object.keys(ATTACHMENT_TYPES) as [AttachmentType]).meta({
  id: 'AttachmentType',
  description: 'What the content is, found by looking at it.',
});

export const Attachment = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: MediaType,
    sizeBytes: z.number().int().nonnegative(),
    at: Instant,
    by: z.string().nullable(),
  })
  .meta({ id: 'Attachment' });

const content = z.base64().max(Math.ceil(ATTACHMENT_SIZE_BYTES_MAX / 3) * 4);

export const AddAttachment = z
  .object({
    name: plainName(ATTACHMENT_NAME_LENGTH_MAX).meta({
      description: 'The name of the file alone, such as 路灯.jpg; how it ends fits what it is.',
    }),
    content: content.min(4).meta({ description: 'The bytes in base64 (RFC 4648 4).' }),
  })
  .meta({ id: 'AddAttachment' });

export const AttachmentContent = Attachment.extend({ content }).meta({ id: 'AttachmentContent' });
