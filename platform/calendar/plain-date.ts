/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. China has had one zone and no summer time since 1991-09-15, so UTC+8 is exact. */
export type PlainDate = string;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export function dateOf(instant: Date): PlainDate {
  return new Date(instant.valueOf() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

export function startOfDay(date: PlainDate): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - SHANGHAI_OFFSET_MS);
}

/** 24:00 of the date, which is 00:00 of the next (民法典 203). */
export function endOfDay(date: PlainDate): Date {
  return new Date(startOfDay(date).valueOf() + DAY_MS);
}

/** The date whose 24:00, or any moment before, the instant is: a due at 00:00 belongs to the day before. */
export function dueDateOf(dueAt: Date): PlainDate {
  return dateOf(new Date(dueAt.valueOf() - 1));
}

/** Dates whose next day is remembered at most: the years that deadlines walk through, many times over. */
const NEXT_DAYS_MAX = 10_000;
const nextDays = new Map<PlainDate, PlainDate>();

/** Deadlines walk day by day, hundreds of thousands of days when a sandbox is made: the next day is looked up, not parsed anew. */
function nextDay(date: PlainDate): PlainDate {
  const known = nextDays.get(date);
  if (known !== undefined) return known;
  const next = shift(date, 1);
  if (nextDays.size < NEXT_DAYS_MAX) nextDays.set(date, next);
  return next;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return days === 1 ? nextDay(date) : shift(date, days);
}

function shift(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: PlainDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}
