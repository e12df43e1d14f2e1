import { wholeRegionCode } from '@district/contract/region-code.ts';
import { sql } from 'kysely';
import { dateOf } from '../calendar/plain-date.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { Writer } from '../store/database.ts';

const SEQUENCE_DIGITS = 4;

/** TZ-GL261125-0001: the district's initials, the date, a sequence of its own beside the requests'. */
export function noticeNumber(initials: string, date: string, sequence: number): string {
  return `TZ-${initials}${date.slice(2).replaceAll('-', '')}-${String(sequence).padStart(SEQUENCE_DIGITS, '0')}`;
}

/** The next number of a district and day; the row's lock keeps two from taking the same. */
export async function nextNoticeNumber(
  db: Writer,
  dictionaries: Dictionaries,
  district: string,
  at: Date,
): Promise<string> {
  const date = dateOf(at);
  const { last } = await db
    .insertInto('notice_numbers')
    .values({ district, date, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['district', 'date']).doUpdateSet({ last: sql`notice_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return noticeNumber(dictionaries.regions.get(wholeRegionCode(district))?.initials ?? 'XX', date, last);
}
