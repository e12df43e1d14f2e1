import { wholeRegionCode } from '@district/contract/region-code.ts';
import { sql } from 'kysely';
import { dateOf } from '../calendar/plain-date.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { Writer } from '../store/database.ts';

const SEQUENCE_DIGITS = 4;

/** The next number of a district and day, such as GL261112-0042; the row's lock keeps two from taking the same. */
export async function nextNumber(
  db: Writer,
  dictionaries: Dictionaries,
  district: string,
  at: Date,
): Promise<string> {
  const date = dateOf(at);
  const { last } = await db
    .insertInto('request_numbers')
    .values({ district, date, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['district', 'date']).doUpdateSet({ last: sql`request_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  const initials = dictionaries.regions.get(wholeRegionCode(district))?.initials ?? 'XX';
  return `${initials}${date.slice(2).replaceAll('-', '')}-${String(last).padStart(SEQUENCE_DIGITS, '0')}`;
}
