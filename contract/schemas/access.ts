import * as z from 'zod';
import { BEARER_KINDS, ROLES, SCOPES } from '../vocabulary.ts';
import { Instant, RegionCode, UnitRef } from './fields.ts';

export const Operator = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES).nullable().meta({ description: 'Null until a security officer has given one.' }),
    region: z
      .object({ code: RegionCode, name: z.string() })
      .meta({ description: 'The operator sees this subtree.' }),
    unit: UnitRef.nullable().meta({ description: 'The unit the operator works for; null at the centre.' }),
    parties: z
      .array(z.enum(['centre', 'handler']))
      .meta({ description: 'What the operator may be in the transition table.' }),
    rights: z
      .object({
        reads: z.boolean().meta({ description: 'Requests, notices and progress of the subtree.' }),
        accounts: z.enum(['adds', 'empowers']).nullable(),
        audits: z.boolean(),
        reveals: z.boolean(),
      })
      .meta({ description: 'Beyond the transition table.' }),
    bearer: z
      .object({
        kind: z.enum(BEARER_KINDS),
        scopes: z.array(z.enum(SCOPES)).nullable().meta({ description: 'Null: whatever the operator may.' }),
        expiresAt: Instant.nullable().meta({ description: 'When it ends at the latest.' }),
      })
      .meta({ description: 'The session or token this was asked with.' }),
  })
  .meta({ id: 'Operator' });
