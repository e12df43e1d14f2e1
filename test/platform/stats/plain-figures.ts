import type { StatsBy } from '@district/contract/vocabulary.ts';
import type { RequestRow } from '../../../platform/store/schema/requests.ts';

const HOUR_MS = 3_600_000;
const OPEN = ['submitted', 'accepted', 'assigned', 'in_progress', 'suspended'];

/** The figures of some requests, each reckoned by itself as a person with a list and a pencil would. */
export function plainFigures(all: readonly RequestRow[], now: Date) {
  const received = all.filter((one) => one.merged_into === null);
  const due = received.filter(({ state }) => state !== 'declined' && state !== 'withdrawn');
  const resolved = due.filter(({ state }) => state === 'resolved' || state === 'closed');
  const share = (numerator: number, denominator: number) => ({
    numerator,
    denominator,
    leftOut: received.length - denominator,
    share: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 10_000,
  });
  const contacted = due.filter(
    ({ first_contact_at: at, submitted_at }) => at && Number(at) - Number(submitted_at) <= 24 * HOUR_MS,
  );
  const responding = due.filter(
    ({ first_contact_at: at, submitted_at }) => at || Number(now) - Number(submitted_at) >= 24 * HOUR_MS,
  );
  const opinions = due.flatMap((one) => {
    const said = opinionOf(one);
    return said === null ? [] : [said];
  });
  const inTime = (name: 'promised_due_at' | 'statutory_due_at') => {
    const met = resolved.filter(
      (one) => one[name] && one.clock_stopped_at && one.clock_stopped_at <= one[name],
    );
    const counted = due.filter((one) => {
      if (one[name] === null) return false;
      return resolved.includes(one) || one[name] <= (one.paused_since ?? now);
    });
    return share(met.length, counted.length);
  };
  const hours = resolved
    .filter(
      (one) => one.clock_started_at && one.clock_stopped_at && one.clock_started_at <= one.clock_stopped_at,
    )
    .map(hoursOf)
    .sort((a, b) => a - b);
  return {
    received: received.length,
    merged: all.length - received.length,
    response: share(contacted.length, responding.length),
    resolution: share(resolved.length, due.length),
    onTime: inTime('promised_due_at'),
    onTimeStatutory: inTime('statutory_due_at'),
    satisfaction: share(opinions.filter(Boolean).length, opinions.length),
    unreached: due.filter((one) => one.callback_reached === false && opinionOf(one) === null).length,
    hours: { counted: hours.length, median: quantile(hours, 0.5), p90: quantile(hours, 0.9) },
  };
}

function opinionOf({ rating, callback_reached, callback_satisfied }: RequestRow): boolean | null {
  if (rating !== null) return !rating.includes('dissatisfied');
  return callback_reached ? callback_satisfied : null;
}

/** Minute by minute would be too slow; every moment at which a pause begins or ends parts the time into stretches that are paused or not. */
function hoursOf({ clock_started_at, clock_stopped_at, pauses }: RequestRow): number {
  const [start, stop] = [Number(clock_started_at), Number(clock_stopped_at)];
  const bounds = pauses.map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const);
  const moments = [start, stop, ...bounds.flat().filter((at) => at > start && at < stop)].sort(
    (a, b) => a - b,
  );
  let worked = 0;
  for (const [at, from] of moments.entries()) {
    const to = moments[at + 1] ?? from;
    if (!bounds.some(([begin, end]) => begin <= from && to <= end)) worked += to - from;
  }
  return worked / HOUR_MS;
}

function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const place = share * (sorted.length - 1);
  const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return Math.round((below + (above - below) * (place - Math.floor(place))) * 10) / 10;
}

/** Those without an answer at a moment. */
export function plainBacklog(all: readonly RequestRow[], end: Date): number {
  return all.filter(
    ({ merged_into, state, submitted_at, clock_stopped_at }) =>
      merged_into === null &&
      state !== 'declined' &&
      state !== 'withdrawn' &&
      submitted_at < end &&
      (OPEN.includes(state) || (clock_stopped_at !== null && clock_stopped_at >= end)),
  ).length;
}

/** The day in Asia/Shanghai, asked of the machine's own calendar. */
export function shanghaiDay(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(instant);
}

export function plainKey(row: RequestRow, by: StatsBy): string | null {
  if (by === 'agency') return row.lead?.startsWith('agency:') ? row.lead.replace('agency:', '') : null;
  if (by === 'community') return row.region;
  return by === 'month' ? shanghaiDay(row.submitted_at).slice(0, 7) : row[by];
}
