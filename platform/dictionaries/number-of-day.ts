import { wholeRegionCode } from '@district/contract/region-code.ts';
import { sql } from 'kysely';
import { dateOf, type PlainDate } from '../calendar/plain-date.ts';
import type { Writer } from '../store/database.ts';
import type { Dictionaries } from './dictionaries.ts';

const SEQUENCE_DIGITS = 4;

/** GL261112-0042: a district's initials, the date, and its place in that day. */
export function numberOfDay(initials: string, date: PlainDate, sequence: number): string {
  return `${initials}${date.slice(2).replaceAll('-', '')}-${String(sequence).padStart(SEQUENCE_DIGITS, '0')}`;
}

/** The next number of a district and day in one of the sequences; the row's lock keeps two from taking the same. */
export async function nextNumberOfDay(
  db: Writer,
  sequence: 'request_numbers' | 'notice_numbers',
  dictionaries: Dictionaries,
  district: string,
  at: Date,
): Promise<string> {
  const date = dateOf(at);
  const { rows } = await sql<{ last: number }>`
    insert into ${sql.table(sequence)} as kept (district, date, last) values (${district}, ${date}, 1)
    on conflict (district, date) do update set last = kept.last + 1 returning last`.execute(db);
  const last = rows[0]?.last;
  if (last === undefined) throw new Error(`no number from ${sequence}`);
  return numberOfDay(dictionaries.regions.get(wholeRegionCode(district))?.initials ?? 'XX', date, last);
}
