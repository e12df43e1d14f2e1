import * as z from 'zod';
import { FILTER_LENGTH_MAX, REMARK_LENGTH_MAX } from '../limits.ts';
import { DistrictQuery } from './approvals.ts';
import { Instant, UnitRef, UnitText } from './fields.ts';

export const ReminderSlip = z
  .object({
    id: z.string(),
    unit: UnitRef,
    count: z.number().int().positive().meta({ description: 'Requests it reminds of.' }),
    urgent: z.boolean(),
    by: z.string(),
    at: Instant,
    sendAt: Instant.meta({ description: 'When the unit hears of it.' }),
    sentAt: Instant.nullable().meta({ description: 'Null while it waits for office hours.' }),
  })
  .meta({ id: 'ReminderSlip', description: 'One reminder (催办单) to one unit, of one or many requests.' });

const q = z
  .string()
  .max(FILTER_LENGTH_MAX)
  .regex(/^[^\0]*$/, 'holds a NUL: take it out');

export const PlanRemindersQuery = z.object({ q: q.default('is:overdue') });

export const ReminderPlan = z
  .object({
    asOf: Instant,
    sendAt: Instant.meta({ description: 'When a unit would hear of an ordinary reminder made now.' }),
    units: z
      .array(
        z.object({
          district: z.string(),
          unit: UnitRef,
          count: z.number().int(),
          urgent: z.number().int(),
          today: ReminderSlip.nullable().meta({
            description: 'The one it has had today: there is no second.',
          }),
        }),
      )
      .meta({ description: 'The most requests first.' }),
  })
  .meta({ id: 'ReminderPlan' });

export const RemindUnit = z
  .strictObject({
    unit: UnitText,
    ...DistrictQuery.shape,
    q: q.default('is:overdue'),
    remark: z.string().trim().min(1).max(REMARK_LENGTH_MAX).optional(),
  })
  .meta({ id: 'RemindUnit', description: 'Reminds a unit of all that the filter finds with it, at once.' });

export const RemindedUnit = z
  .object({
    unit: UnitRef,
    sent: ReminderSlip.nullable(),
    waiting: ReminderSlip.nullable().meta({
      description: 'Made outside office hours: the unit hears of it when it opens.',
    }),
    stoppedBy: ReminderSlip.nullable().meta({
      description:
        'The reminder of today that stands in the way of a second; urgent requests went all the same.',
    }),
  })
  .meta({ id: 'RemindedUnit' });
