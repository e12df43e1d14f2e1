import * as z from 'zod';
import { Instant } from './fields.ts';

export const PlatformInfo = z
  .object({
    name: z.string(),
    version: z.string(),
    contract: z.string().meta({ description: 'Version of the contract, major.minor.' }),
    language: z.enum(['zh', 'en']),
    now: Instant.meta({ description: 'The platform’s own clock; deadlines and lights are reckoned by it.' }),
    timeZone: z.literal('Asia/Shanghai'),
    sandbox: z
      .object({
        anchor: z.iso.date(),
        storm: z.boolean(),
        live: z.boolean(),
        seeded: z.object({ done: z.number().int(), total: z.number().int() }),
      })
      .nullable(),
  })
  .meta({ id: 'PlatformInfo' });

export const Health = z
  .object({ status: z.enum(['ok', 'starting', 'failed']), detail: z.string().optional() })
  .meta({ id: 'Health' });
