import * as z from 'zod';
import { APPROVAL_KINDS } from '../vocabulary.ts';
import { Instant, UnitRef } from './fields.ts';
import { RequestNo } from './requests.ts';

export const OVERVIEW_GROUPS = [
  'overdue_statutory',
  'overdue',
  'due_today',
  'second_return',
  'rectification',
  'unassigned',
] as const;

export const Overview = z
  .object({
    asOf: Instant,
    groups: z.array(
      z.object({
        id: z.enum(OVERVIEW_GROUPS),
        count: z.number().int(),
        q: z.string().meta({ description: 'The filter that lists the group.' }),
        tightest: z
          .object({ no: RequestNo, promisedDueAt: Instant.nullable(), statutoryDueAt: Instant.nullable() })
          .nullable(),
        byLead: z
          .array(z.object({ unit: UnitRef.nullable(), count: z.number().int() }))
          .meta({ description: 'Largest first, three at most.' }),
      }),
    ),
    approvals: z.object({
      byKind: z.array(z.object({ kind: z.enum(APPROVAL_KINDS), count: z.number().int() })),
      count: z.number().int(),
      earliestDecideBy: Instant.nullable(),
    }),
    open: z.number().int(),
  })
  .meta({ id: 'Overview' });
