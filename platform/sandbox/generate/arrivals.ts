import type { RequestSource } from '@district/contract/vocabulary.ts';
import { addDays, type PlainDate, startOfDay, weekday } from '../../calendar/plain-date.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { type Item, itemInMonth } from './items.ts';
import { MINUTE_MS } from './moments.ts';
import { anyPlace, type Place } from './places.ts';
import { type Random, randomOf, weighted } from './random.ts';

/** A request before anything was done with it. */
export interface Arrival {
  seed: string;
  submittedAt: Date;
  item: Item;
  place: Place;
  source: RequestSource;
}

/** Eighteen months. */
const HISTORY_DAYS = 547;

/** Requests per hour of the day: a peak in the morning, a bump after supper, few at night. */
const BY_HOUR = [1, 0.6, 0.4, 0.3, 0.4, 1, 3, 7, 12, 13, 11, 8, 5, 5, 7, 7, 7, 6, 6, 7, 8, 6, 4, 2];
const hourOf = weighted([...BY_HOUR.keys()], (hour) => BY_HOUR[hour] ?? 0);

const SOURCES: readonly [RequestSource, number][] = [
  ['public', 26],
  ['phone', 18],
  ['window', 14],
  ['app', 20],
  ['grid', 8],
  ['hotline', 14],
];
const anySource = weighted(SOURCES, ([, share]) => share);

/** Busy as a day is: few on rest days, more after a long one, and more each month as the service becomes known. */
function busyness(date: PlainDate, age: number, calendar: WorkingCalendar): number {
  const known = 1 + 8.5 * Math.exp(-age / 22);
  if (calendar.isWorkday(date)) return known * (restDaysBefore(date, calendar) >= 3 ? 1.7 : 1);
  return known * (weekday(date) === 0 || weekday(date) === 6 ? 0.6 : 0.35);
}

function restDaysBefore(date: PlainDate, calendar: WorkingCalendar): number {
  let days = 0;
  while (!calendar.isWorkday(addDays(date, -1 - days))) days += 1;
  return days;
}

/** The newest `count` requests of the eighteen months before `until`, oldest first; those of the anchor's own day come through the day. */
export function arrivalsBefore(options: {
  anchor: PlainDate;
  until: Date;
  count: number;
  calendar: WorkingCalendar;
}): Arrival[] {
  const { anchor, until, count, calendar } = options;
  const ages = Array.from({ length: HISTORY_DAYS }, (_, index) => index + 1);
  const weightOf = (age: number) => busyness(addDays(anchor, -age), age, calendar);
  const total = ages.reduce((sum, age) => sum + weightOf(age), 0);
  const today = arrivalsOfDay(anchor, Math.round((count * weightOf(0)) / total)).filter(
    (arrival) => arrival.submittedAt <= until,
  );
  const anyAge = weighted(ages, weightOf);
  const days = randomOf(`days ${anchor}`);
  const before = Array.from({ length: count - today.length }, (_, index) =>
    arrivalOn(addDays(anchor, -anyAge(days)), `${anchor} ${index}`),
  );
  return [...before, ...today].sort(
    (a, b) => a.submittedAt.valueOf() - b.submittedAt.valueOf() || (a.seed < b.seed ? -1 : 1),
  );
}

function arrivalsOfDay(date: PlainDate, count: number): Arrival[] {
  return Array.from({ length: count }, (_, index) => arrivalOn(date, `${date} today ${index}`));
}

export function arrivalOn(date: PlainDate, seed: string): Arrival {
  const random = randomOf(`arrival ${seed}`);
  const submittedAt = submittedOn(date, random);
  return {
    seed,
    submittedAt,
    item: itemInMonth(Number(date.slice(5, 7)), random),
    place: anyPlace(random),
    source: anySource(random)[0],
  };
}

export function submittedOn(date: PlainDate, random: Random): Date {
  const minutes = hourOf(random) * 60 + random.next() * 60;
  return new Date(startOfDay(date).valueOf() + Math.floor(minutes * MINUTE_MS));
}

export function sourceOf(random: Random): RequestSource {
  return anySource(random)[0];
}
