import * as z from 'zod';
import {
  PAGED_NAME_LENGTH_MAX,
  PAGING_HOURS_MAX,
  PAGING_STEPS_MAX,
  PAGING_URL_LENGTH_MAX,
} from '../limits.ts';
import { PAGE_STATES, PAGING_CAUSES } from '../triage.ts';
import { Instant, PageQuery, pageOf } from './fields.ts';

export const PagingStepNumber = z.coerce.number().int().min(1).max(PAGING_STEPS_MAX);

export const PagingStep = z
  .object({
    district: z.string(),
    step: z.number().int(),
    cause: z.enum(PAGING_CAUSES),
    afterHours: z.number().int().nonnegative(),
    who: z.string().meta({ description: 'The post that is paged.' }),
    url: z.string(),
    setBy: z.string().nullable(),
    setAt: Instant,
    version: z.number().int().positive(),
  })
  .meta({ id: 'PagingStep', description: 'One step of the ladder: after how long over what, who is paged.' });

export const SetPagingStep = z
  .strictObject({
    cause: z.enum(PAGING_CAUSES),
    afterHours: z.number().int().min(0).max(PAGING_HOURS_MAX),
    who: z.string().trim().min(1).max(PAGED_NAME_LENGTH_MAX),
    url: z
      .string()
      .max(PAGING_URL_LENGTH_MAX)
      .meta({ description: 'https, or http to this machine; no redirect is followed.' }),
    secret: z.string().max(120).optional().meta({
      description: 'whsec_ and base64. Left out, the one it has stays, and a new step is given one.',
    }),
  })
  .meta({ id: 'SetPagingStep' });

export const SavedPagingStep = PagingStep.extend({
  secret: z.string().optional().meta({ description: 'One that the platform made; shown this once.' }),
}).meta({ id: 'SavedPagingStep' });

export const PagingSteps = z.object({ items: z.array(PagingStep) }).meta({ id: 'PagingSteps' });

export const Page = z
  .object({
    id: z.string().meta({ description: 'The webhook-id it was sent under.' }),
    district: z.string(),
    step: z.number().int(),
    who: z.string(),
    cause: z.enum(PAGING_CAUSES),
    exercise: z.boolean(),
    at: Instant,
    count: z.number().int().nonnegative(),
    urgent: z.number().int().nonnegative(),
    numbers: z.array(z.string()),
    state: z.enum(PAGE_STATES),
    attempts: z.number().int().nonnegative(),
    answer: z.string().nullable().meta({ description: 'What came back last: a status, or why nothing did.' }),
    nextAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
  })
  .meta({ id: 'Page', description: 'One call to whoever is to be told, and what became of it.' });

export const PagePage = pageOf(Page, 'PagePage');

export const ListPagesQuery = z.object({ state: z.enum(PAGE_STATES).optional(), ...PageQuery });
