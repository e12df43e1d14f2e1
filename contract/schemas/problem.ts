import * as z from 'zod';
import { PROBLEM_CODES } from '../problems.ts';
import { CLOSED_REASONS } from '../transitions.ts';
import { NOTICE_STATES, REQUEST_STATES } from '../vocabulary.ts';
import { Claim } from './claims.ts';
import { Instant } from './fields.ts';
import { ReminderSlip } from './reminders.ts';

/** What a thing is now, and who made it so: carried by 409 and 412 so that the loser of a race sees who won. */
export const CurrentState = z
  .object({
    state: z.string(),
    version: z.number().int(),
    changedBy: z.string().nullable(),
    changedAt: Instant,
    lastAction: z.string().nullable(),
  })
  .meta({ id: 'CurrentState' });

export const Problem = z
  .object({
    type: z.string(),
    code: z.enum(PROBLEM_CODES),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: 'One sentence: what was wrong and what to do.' }),
    error: z
      .enum(['authorization_pending', 'slow_down', 'access_denied', 'expired_token', 'invalid_grant'])
      .optional()
      .meta({ description: 'The same as the code, under the name that RFC 6749 gives it.' }),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    current: CurrentState.optional(),
    reason: z.enum(CLOSED_REASONS).optional(),
    endedAt: Instant.optional().meta({ description: 'When the time for it ended.' }),
    openFrom: z.array(z.enum(REQUEST_STATES)).optional(),
    claim: Claim.optional().meta({ description: 'Who has it.' }),
    reminder: ReminderSlip.optional().meta({ description: 'The reminder that stands in the way.' }),
    duplicate: z
      .object({ no: z.string(), title: z.string(), state: z.enum(NOTICE_STATES) })
      .optional()
      .meta({ description: 'The notice that stands in the way.' }),
    fields: z
      .array(
        z.object({
          path: z.string(),
          message: z.string(),
          suggestion: z.string().optional().meta({ description: 'The nearest value that exists.' }),
        }),
      )
      .optional(),
    filter: z
      .object({
        code: z.string(),
        at: z.number().int().meta({ description: 'UTF-16 offset of the word in the filter.' }),
        length: z.number().int(),
        word: z.string(),
        suggestion: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'Problem', description: 'A problem, RFC 9457.' });
