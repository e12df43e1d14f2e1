import * as z from 'zod';
import { ROLES } from '../vocabulary.ts';
import { RegionCode, UnitRef } from './fields.ts';

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
  })
  .meta({ id: 'Operator' });
