import * as z from 'zod';
import { HANDOVER_NOTES_MAX, REMARK_LENGTH_MAX } from '../limits.ts';
import { HANDOVER_REASONS, LIGHTS, REQUEST_STATES, SHIFT_ENDS } from '../vocabulary.ts';
import { Instant, PageQuery } from './fields.ts';
import { RequestNo } from './requests.ts';

const Who = z.object({ id: z.string(), name: z.string() });

export const Shift = z
  .object({
    id: z.string(),
    district: z.string(),
    operator: Who,
    mine: z.boolean().meta({ description: 'Of whoever asks.' }),
    from: Instant,
    until: Instant.meta({ description: 'When it ends by itself, and the claims made on it with it.' }),
    endedAt: Instant.nullable().meta({ description: 'Null while it runs.' }),
    ended: z.enum(SHIFT_ENDS).nullable(),
    to: z.string().nullable().meta({ description: 'The name of whom it was handed over to, where said.' }),
  })
  .meta({ id: 'Shift', description: 'A shift (班次) of one person on duty in one district.' });

export const HandoverItem = z
  .object({
    id: z.string(),
    shift: z.string(),
    by: z.string().meta({ description: 'Who hands it over.' }),
    at: Instant,
    reason: z.enum(HANDOVER_REASONS),
    dueAt: Instant.nullable().meta({
      description: 'Until when it was claimed or put off, by when it has to be decided, or when it was due.',
    }),
    note: z.string().nullable(),
    request: z
      .object({
        no: RequestNo,
        title: z.string(),
        state: z.enum(REQUEST_STATES),
        light: z.enum(LIGHTS).nullable(),
        claimedBy: z.string().nullable().meta({ description: 'Who has it now.' }),
      })
      .nullable(),
    acknowledged: z.object({ by: z.string(), at: Instant }).nullable(),
  })
  .meta({
    id: 'HandoverItem',
    description: 'One thing handed over (交班事项), until it is acknowledged (销项).',
  });

export const DutyStatus = z
  .object({
    asOf: Instant,
    mayStart: z.boolean().meta({ description: 'Whether who asks may be on duty.' }),
    shifts: z.array(Shift).meta({ description: 'Those that run.' }),
    recent: z.array(Shift).meta({ description: 'Those that are over, the last first.' }),
    items: z.array(HandoverItem).meta({ description: 'Handed over and not acknowledged, oldest first.' }),
    open: z.partialRecord(z.enum(HANDOVER_REASONS), z.number().int().nonnegative()).meta({
      description: 'What would be handed over now, by reason; without a shift of one’s own nothing.',
    }),
  })
  .meta({ id: 'DutyStatus' });

export const StartDuty = z
  .strictObject({
    until: Instant.optional().meta({
      description: 'When it ends; twelve hours ahead, on the half hour, when left out.',
    }),
    take: z.boolean().optional().meta({
      description: 'Claims what the shift before had claimed, as far as it is free, and acknowledges it.',
    }),
  })
  .meta({ id: 'StartDuty' });

export const StartedDuty = z
  .object({
    shift: Shift,
    taken: z.array(RequestNo),
    items: z.array(HandoverItem).meta({ description: 'What is left to acknowledge.' }),
  })
  .meta({ id: 'StartedDuty' });

export const HandOver = z
  .strictObject({
    to: z.string().min(1).max(64).optional().meta({ description: 'Who comes: their login.' }),
    notes: z
      .array(
        z.strictObject({
          no: RequestNo.optional(),
          text: z.string().trim().min(1).max(REMARK_LENGTH_MAX),
        }),
      )
      .max(HANDOVER_NOTES_MAX)
      .optional(),
  })
  .meta({ id: 'HandOver' });

export const HandedOver = z
  .object({
    shift: Shift,
    items: z.array(HandoverItem),
    beyond: z.number().int().nonnegative().meta({
      description: 'How many more there were at least: they stand in triage.',
    }),
    lapsed: z
      .array(RequestNo)
      .meta({ description: 'Claims that ended with the shift: they are free again.' }),
  })
  .meta({ id: 'HandedOver' });

export const AcknowledgeItem = z
  .strictObject({ take: z.boolean().optional().meta({ description: 'Claims its request as well.' }) })
  .meta({ id: 'AcknowledgeItem' });

export const DutyLogQuery = z.object({
  shift: z.uuid().optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  ...PageQuery,
});

export const DutyLogEntry = z
  .object({
    id: z.string(),
    at: Instant,
    shift: z.string(),
    by: z.string(),
    action: z.string().meta({ description: 'noun.verb, as the audit has it.' }),
    object: z.string(),
    title: z.string().nullable().meta({ description: 'Of the request, where it is one.' }),
    state: z.string().nullable().meta({ description: 'What the request came to by it.' }),
  })
  .meta({ id: 'DutyLogEntry' });

export const DutyLog = z
  .object({
    shifts: z.array(Shift).meta({ description: 'Those it is of, the last first.' }),
    items: z.array(DutyLogEntry).meta({ description: 'Oldest first.' }),
    next: z.string().nullable(),
  })
  .meta({ id: 'DutyLog' });
