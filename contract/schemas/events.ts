import * as z from 'zod';
import { EVENT_TYPES, NOTICE_STATES, REQUEST_STATES, SHIFT_STATES } from '../vocabulary.ts';
import { Instant, RegionCode } from './fields.ts';

/** Sent as SSE: `id:` resumes, `event:` is the type, `data:` is this object. Holds nothing personal. */
export const DistrictEvent = z
  .object({
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    at: Instant,
    no: z.string(),
    region: RegionCode,
    state: z.enum([...REQUEST_STATES, ...NOTICE_STATES, ...SHIFT_STATES]),
    version: z.number().int(),
    action: z.string(),
    by: z.string().nullable(),
    approval: z.string().nullable(),
    urgent: z.boolean().meta({ description: 'Of a request: somebody has to act at once.' }),
    progress: z
      .object({ done: z.number().int(), failed: z.number().int(), total: z.number().int() })
      .nullable()
      .meta({ description: 'Deliveries of a notice; null for everything else.' }),
  })
  .meta({ id: 'DistrictEvent' });
