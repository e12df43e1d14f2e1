/** What a resident sends and sees; the filing itself is an operator's as well. */
import * as z from 'zod';
import { RATINGS, REQUEST_STATES } from '../vocabulary.ts';
import { Instant } from './fields.ts';
import { Remark, RequestNo, TimelineAction } from './requests.ts';

export const PublicReceipt = z
  .object({ no: RequestNo, state: z.enum(REQUEST_STATES), submittedAt: Instant })
  .meta({ id: 'PublicReceipt' });

const numberAndPhone = { no: RequestNo, phoneLast4: z.string().regex(/^\d{4}$/) };

export const LookUpRequest = z.object(numberAndPhone).meta({
  id: 'LookUpRequest',
  description: 'In the body, so that no digit of a phone stands in an address or a log.',
});

export const RateRequest = z
  .object({
    ...numberAndPhone,
    rating: z.enum(RATINGS),
    remark: Remark.optional(),
  })
  .meta({ id: 'RateRequest', description: 'What a resident thinks of how it was handled, once a round.' });

export const PublicProgress = z
  .object({
    no: RequestNo,
    title: z.string(),
    state: z.enum(REQUEST_STATES),
    submittedAt: Instant,
    promisedDueAt: Instant.nullable(),
    lead: z.string().nullable(),
    timeline: z.array(
      z.object({
        at: Instant,
        action: TimelineAction,
        to: z.enum(REQUEST_STATES),
        text: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'PublicProgress' });
