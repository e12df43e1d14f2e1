import * as z from 'zod';
import { DECIDE_LIMIT_MAX, FILTER_LENGTH_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from '../limits.ts';
import { LIMIT_UNITS, UNIT_KINDS } from '../vocabulary.ts';

/** An instant in UTC, ISO 8601 with `Z`. A day limit ends at 24:00 Asia/Shanghai, which is 16:00Z of the same date. */
export const Instant = z.iso.datetime().meta({ id: 'Instant', description: 'An instant in UTC, ISO 8601.' });

export const RegionCode = z
  .string()
  .regex(/^\d{12}$/)
  .meta({ id: 'RegionCode', description: 'A whole region code: 12 digits, 2+2+2+3+3.' });

export const RegionRef = z
  .object({
    code: RegionCode,
    name: z.string(),
    path: z.string().meta({ description: 'Names from the district down, joined by /.' }),
  })
  .meta({ id: 'RegionRef' });

export const UnitRef = z
  .object({
    kind: z.enum(UNIT_KINDS),
    id: z.string().meta({ description: 'An agency id, or a 12-digit region code.' }),
    name: z.string(),
  })
  .meta({ id: 'UnitRef', description: 'A unit that works on requests.' });

export const UnitText = z
  .string()
  .regex(/^(agency|street|community):[a-z0-9_]+$/)
  .meta({ id: 'UnitText', description: 'agency:<id>, street:<code> or community:<code>.' });

/** A limit that a district sets for itself. */
export const SettableLimit = z.object({
  limit: z.number().int().min(1).max(DECIDE_LIMIT_MAX),
  unit: z.enum(LIMIT_UNITS),
});

/** The name of a thing that stands in an address or a folder: no path, and nothing that cannot be seen. */
export function plainName(lengthMax: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .regex(/^[^/\\]+$/, 'holds a slash')
    .refine((name) => !/\p{C}/u.test(name), 'holds a character that cannot be seen');
}

/** A filter in its one language. */
export const FilterText = z
  .string()
  .max(FILTER_LENGTH_MAX, `is longer than the ${FILTER_LENGTH_MAX} characters a filter may have: shorten it`)
  .regex(/^[^\0]*$/, 'holds a NUL: take it out')
  .default('');

export const PageQuery = {
  limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(PAGE_SIZE_DEFAULT),
  cursor: z.string().max(400).optional(),
};

/** A page of a keyset-paged list; `next` is the cursor of the page after it, null on the last. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id });
}

/** Of a list that can be walked from either end. */
export const BothWaysQuery = {
  ...PageQuery,
  page: z
    .enum(['first', 'last'])
    .default('first')
    .meta({ description: 'The end of the list to begin at; `last` and a cursor exclude each other.' }),
};

/** A page of such a list: `next` as elsewhere, `prev` the cursor of the page before it, null on the first. */
export function bothWaysPageOf<T extends z.ZodType>(item: T, id: string) {
  return z
    .object({ items: z.array(item), next: z.string().nullable(), prev: z.string().nullable() })
    .meta({ id });
}
