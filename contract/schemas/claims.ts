import * as z from 'zod';
import { REMARK_LENGTH_MAX } from '../limits.ts';
import { Instant } from './fields.ts';

export const Claim = z
  .object({
    by: z.string(),
    mine: z.boolean().meta({ description: 'Held by whoever asks.' }),
    since: Instant,
    until: Instant.meta({ description: 'When it lapses by itself.' }),
  })
  .meta({ id: 'Claim', description: 'Who has taken a request upon themselves; one at most.' });

export const NoteInput = z
  .strictObject({ text: z.string().trim().min(1).max(REMARK_LENGTH_MAX) })
  .meta({ id: 'NoteInput', description: 'An internal note: on the timeline, never told to the resident.' });

export const SnoozeInput = z
  .strictObject({ until: Instant.meta({ description: 'When it comes back by itself.' }) })
  .meta({ id: 'SnoozeInput' });

export const Snooze = z
  .object({ no: z.string(), until: Instant.nullable().meta({ description: 'Null: it is in the queue.' }) })
  .meta({ id: 'Snooze', description: 'For whoever asked, and nobody else.' });
