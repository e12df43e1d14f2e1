import { addDays, endOfDay, type PlainDate, startOfDay } from '../../calendar/plain-date.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { type Arrival, sourceOf, submittedOn } from './arrivals.ts';
import { ITEMS, type Item } from './items.ts';
import { HOUR_MS, minutesLater, shiftWorkdays } from './moments.ts';
import { GULOU, placeIn } from './places.ts';
import { type Random, randomOf, weighted } from './random.ts';

/** A request that was dispatched and then lay there: all of its reception is fixed, so that its deadline is. */
export interface StormArrival extends Arrival {
  dispatched: { acceptedAt: Date; assignedAt: Date };
}

const BY_DAYS = ITEMS.filter((item) => item.promised.unit === 'working_day');
const BY_HOURS = ITEMS.filter((item) => item.promised.unit === 'hour');

function load(item: Item): number {
  return item.agency === 'urban_management' ? 4 : item.agency === 'housing' ? 1.8 : 1;
}

const dayItem = weighted(BY_DAYS, load);
const hourItem = weighted(BY_HOURS, load);

/**
 * What turns red over a holiday. Working-day limits do not end inside one, so the bulk is due at 24:00 of the last working day before it,
 * some a day or two earlier, and hour limits run out on the rest days themselves.
 */
export function stormArrivals(options: {
  anchor: PlainDate;
  until: Date;
  count: number;
  calendar: WorkingCalendar;
}): StormArrival[] {
  const { anchor, until, count, calendar } = options;
  const lastWorkday = shiftWorkdays(anchor, -1, calendar);
  return Array.from({ length: count }, (_, index) => {
    const seed = `${anchor} storm ${index}`;
    const random = randomOf(seed);
    if (random.chance(0.09)) return byHours(seed, random, endOfDay(lastWorkday), until);
    const workdaysEarlier = random.chance(0.85) ? 0 : random.int(1, 2);
    return byDays(seed, random, shiftWorkdays(anchor, -1 - workdaysEarlier, calendar), calendar);
  });
}

/** The clock starts so many working days before the due date; the dispatch of a few days' filings came together. */
function byDays(seed: string, random: Random, dueDate: PlainDate, calendar: WorkingCalendar): StormArrival {
  const item = dayItem(random);
  const clockDate = shiftWorkdays(dueDate, -item.promised.limit, calendar);
  const filedOn =
    item.clockStart === 'submission'
      ? clockDate
      : addDays(clockDate, random.chance(0.5) ? 0 : -random.int(1, 3));
  const acceptedAt = minutesLater(startOfDay(clockDate), 11 * 60 + random.next() * 9 * 60);
  const wished = submittedOn(filedOn, random);
  const submittedAt = wished < acceptedAt ? wished : minutesLater(acceptedAt, -5 - random.next() * 180);
  return arrivalOf(seed, random, item, submittedAt, {
    acceptedAt,
    assignedAt: minutesLater(acceptedAt, 1 + random.next() * 20),
  });
}

function byHours(seed: string, random: Random, from: Date, until: Date): StormArrival {
  const item = hourItem(random);
  const endMs = until.valueOf() - HOUR_MS / 4;
  const dueAt = new Date(from.valueOf() + random.next() * (endMs - from.valueOf()));
  const assignedAt = new Date(dueAt.valueOf() - item.promised.limit * HOUR_MS);
  const acceptedAt = minutesLater(assignedAt, -2 - random.next() * 8);
  return arrivalOf(seed, random, item, minutesLater(acceptedAt, -3 - random.next() * 30), {
    acceptedAt,
    assignedAt,
  });
}

function arrivalOf(
  seed: string,
  random: Random,
  item: Item,
  submittedAt: Date,
  dispatched: StormArrival['dispatched'],
): StormArrival {
  return { seed, submittedAt, item, place: placeIn(GULOU, random), source: sourceOf(random), dispatched };
}
