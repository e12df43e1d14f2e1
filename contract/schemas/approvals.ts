import * as z from 'zod';
import { DECIDE_LIMIT_MAX, REMARK_LENGTH_MAX } from '../limits.ts';
import { APPROVAL_DECIDERS, APPROVAL_KINDS, APPROVAL_STATES, LIMIT_UNITS } from '../vocabulary.ts';
import { BothWaysQuery, bothWaysPageOf, Instant, SettableLimit, UnitRef } from './fields.ts';
import { RequestSummary } from './requests.ts';

export const Approval = z
  .object({
    id: z.string(),
    kind: z.enum(APPROVAL_KINDS),
    state: z.enum(APPROVAL_STATES),
    applicant: z.object({ name: z.string(), unit: UnitRef.nullable() }),
    reason: z.string().meta({ description: 'Why it is asked for; for `resolve` the reply to the resident.' }),
    limit: z
      .object({ limit: z.number().int(), unit: z.string() })
      .nullable()
      .meta({ description: 'The extension asked for.' }),
    until: z.iso.date().nullable(),
    arbitration: z
      .boolean()
      .meta({ description: 'A second return: decided by `arbitrate`, not by grant or refuse.' }),
    openedAt: Instant,
    decideBy: Instant,
    decidedAt: Instant.nullable(),
    decidedBy: z.string().nullable(),
    automatic: z.boolean().meta({
      description: 'Granted by itself, nobody having decided in time, as the district has set.',
    }),
    decision: z.string().nullable(),
    version: z.number().int().positive(),
    request: RequestSummary,
    actions: z.array(z.enum(['grant', 'refuse'])),
  })
  .meta({ id: 'Approval' });
export const ApprovalPage = bothWaysPageOf(Approval, 'ApprovalPage');

export const ListApprovalsQuery = z.object({
  state: z.enum(['open', ...APPROVAL_STATES]).default('open'),
  kind: z.enum(APPROVAL_KINDS).optional(),
  ...BothWaysQuery,
});

export const GrantInput = z
  .strictObject({ remark: z.string().trim().min(1).max(REMARK_LENGTH_MAX).optional() })
  .meta({ id: 'GrantInput' });
export const RefuseInput = z
  .strictObject({ reason: z.string().trim().min(1).max(REMARK_LENGTH_MAX) })
  .meta({ id: 'RefuseInput' });

const settingShape = {
  limit: SettableLimit.meta({ description: 'Within which it is to be decided.' }),
  grantsItself: z.boolean().meta({
    description: 'Undecided in time it is granted by the platform, recorded as such; else it escalates.',
  }),
  decider: z.enum(APPROVAL_DECIDERS),
};

export const ApprovalSetting = z
  .object({
    kind: z.enum(APPROVAL_KINDS),
    ...settingShape,
    version: z
      .number()
      .int()
      .nonnegative()
      .meta({ description: '0 for the preset, which nobody has changed.' }),
  })
  .meta({ id: 'ApprovalSetting', description: 'How a district handles one kind of approval.' });

export const ApprovalSettings = z
  .object({ district: z.string(), kinds: z.array(ApprovalSetting) })
  .meta({ id: 'ApprovalSettings' });

export const SetApprovalSetting = z.strictObject(settingShape).meta({ id: 'SetApprovalSetting' });

/** Needed only by those whose area has several districts. */
export const DistrictQuery = z.object({
  district: z
    .string()
    .regex(/^\d{6}(000000)?$/)
    .optional()
    .meta({ description: 'A district below one’s own area; one’s own when left out.' }),
});
