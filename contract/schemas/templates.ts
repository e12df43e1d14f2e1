import * as z from 'zod';
import { REMARK_LENGTH_MAX, TEMPLATE_NAME_LENGTH_MAX } from '../limits.ts';
import { TEMPLATE_FIELDS } from '../vocabulary.ts';
import { Instant, plainName } from './fields.ts';

export const TemplateName = plainName(TEMPLATE_NAME_LENGTH_MAX).meta({ id: 'TemplateName' });

const shape = {
  field: z.enum(TEMPLATE_FIELDS).meta({ description: 'Which field of a form it is meant for.' }),
  text: z
    .string()
    .trim()
    .min(1)
    .max(REMARK_LENGTH_MAX)
    .meta({ description: '{no} and {title} stand for the request it is used on.' }),
};

export const ReplyTemplate = z
  .object({
    name: TemplateName,
    ...shape,
    region: z.string().meta({ description: 'The prefix of the area whose centre keeps it.' }),
    by: z.string(),
    at: Instant,
    version: z.number().int().positive(),
  })
  .meta({ id: 'ReplyTemplate' });

export const SaveTemplate = z.object(shape).meta({ id: 'SaveTemplate' });
export const TemplateList = z
  .object({ items: z.array(ReplyTemplate) })
  .meta({ id: 'TemplateList', description: 'Those of one’s district and of the levels above it, by name.' });
