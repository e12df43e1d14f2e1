import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import { nextNumberOfDay, numberOfDay } from '../dictionaries/number-of-day.ts';
import type { Writer } from '../store/database.ts';

/** TZ-GL261125-0001: as a request's number, in a sequence of its own. */
export function noticeNumber(initials: string, date: string, sequence: number): string {
  return `TZ-${numberOfDay(initials, date, sequence)}`;
}

export async function nextNoticeNumber(
  db: Writer,
  dictionaries: Dictionaries,
  district: string,
  at: Date,
): Promise<string> {
  return `TZ-${await nextNumberOfDay(db, 'notice_numbers', dictionaries, district, at)}`;
}
