import * as z from 'zod';
import { EVENT_TYPES, REQUEST_STATES } from '../vocabulary.ts';
import { Instant, RegionCode } from './fields.ts';

/** Sent as SSE: `id:` resumes, `event:` is the type, `data:` is this object. Holds nothing personal. */
export const DistrictEvent = z
  .object({
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    at: Instant,
    no: z.string(),
    region: RegionCode,
    state: z.enum(REQUEST_STATES),
    version: z.number().int(),
    action: z.string(),
    by: z.string().nullable(),
    approval: z.string().nullable(),
  })
  .meta({ id: 'DistrictEvent' });
