import * as z from 'zod';
import { REMARK_LENGTH_MAX } from '../limits.ts';
import { APPROVAL_KINDS, APPROVAL_STATES } from '../vocabulary.ts';
import { BothWaysQuery, bothWaysPageOf, Instant, UnitRef } from './fields.ts';
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
