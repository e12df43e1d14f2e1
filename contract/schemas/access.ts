import * as z from 'zod';
import { ROLES } from '../vocabulary.ts';
import { RegionCode, UnitRef } from './fields.ts';

export const Operator = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    region: z
      .object({ code: RegionCode, name: z.string() })
      .meta({ description: 'The operator sees this subtree.' }),
    unit: UnitRef.nullable().meta({ description: 'The unit the operator works for; null at the centre.' }),
    parties: z
      .array(z.enum(['centre', 'handler']))
      .meta({ description: 'What the operator may be in the transition table.' }),
  })
  .meta({ id: 'Operator' });
