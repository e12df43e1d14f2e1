import * as z from 'zod';
import { TRIAGE_ORDER, TRIAGE_SUGGESTIONS } from '../triage.ts';
import { Instant, PageQuery } from './fields.ts';
import { ReminderSlip } from './reminders.ts';
import { RequestNo, RequestSummary } from './requests.ts';

export const TriageItem = z
  .object({
    request: RequestSummary,
    pastStatutory: z.boolean(),
    daysPastStatutory: z
      .number()
      .int()
      .nonnegative()
      .meta({ description: 'Working days past the statutory one.' }),
    daysOverdue: z.number().int().nonnegative().meta({ description: 'Working days past the promised one.' }),
  })
  .meta({ id: 'TriageItem' });

const count = z.number().int().nonnegative();

export const TriagePage = z
  .object({
    order: z
      .array(z.enum(TRIAGE_ORDER))
      .meta({ description: 'The rule of the order: the first difference decides.' }),
    asOf: Instant,
    items: z.array(TriageItem),
    next: z.string().nullable(),
    counts: z
      .object({ waiting: count, mine: count, others: count, snoozed: count, capped: z.boolean() })
      .meta({
        description:
          'In the queue in all, of these claimed by oneself and by others; put off by oneself; `capped`: there are more.',
      }),
  })
  .meta({ id: 'TriagePage' });

export const ListTriageQuery = z.object({
  free: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Leaves out what somebody else has claimed.' }),
  ...PageQuery,
});

export const TriageCard = z
  .object({
    item: TriageItem,
    suggestions: z
      .array(z.object({ action: z.enum(TRIAGE_SUGGESTIONS), into: RequestNo.nullable() }))
      .meta({ description: 'The first first; `into`: the request to merge it into.' }),
    similar: z.array(RequestSummary),
    unit: z
      .object({
        overdue: count.meta({ description: 'Overdue requests that its unit leads, this one included.' }),
        today: ReminderSlip.nullable(),
      })
      .nullable()
      .meta({ description: 'Null while it is with no unit.' }),
    snoozedUntil: Instant.nullable(),
    reminderWaitsUntil: Instant.nullable().meta({
      description: 'When its unit hears of a reminder that was written outside office hours.',
    }),
  })
  .meta({ id: 'TriageCard', description: 'What is needed to decide, beside the request itself.' });

export const SimilarRequests = z.object({ items: z.array(RequestSummary) }).meta({
  id: 'SimilarRequests',
  description: 'Open requests nearby that say or ask much the same, the nearest first.',
});
