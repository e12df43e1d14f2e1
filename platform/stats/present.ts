import type { StatsFigures, StatsShare } from '@district/contract/types.ts';
import type { AllCounts, Counts } from './figures-sql.ts';

/** Shares to four digits and hours to one: more is not known. */
const SHARE_FACTOR = 10_000;
const HOURS_FACTOR = 10;

const NOTHING: AllCounts = {
  received: 0,
  merged: 0,
  response_of: 0,
  response: 0,
  resolution_of: 0,
  resolution: 0,
  on_time_of: 0,
  on_time: 0,
  on_time_statutory_of: 0,
  on_time_statutory: 0,
  satisfaction_of: 0,
  satisfaction: 0,
  unreached: 0,
  timed: 0,
  quantiles: null,
};

export function figuresOf(
  counts: AllCounts = NOTHING,
  { backlog, withholdsOpinions }: { backlog: number; withholdsOpinions: boolean },
): Omit<StatsFigures, 'q'> {
  const { received, merged, unreached, timed, quantiles } = counts;
  const satisfaction = shareOf(counts.satisfaction, counts.satisfaction_of, received);
  return {
    received,
    merged,
    ...ratesOf(counts),
    satisfaction: withholdsOpinions ? { ...satisfaction, numerator: null, share: null } : satisfaction,
    unreached,
    hours: { counted: timed, median: rounded(quantiles?.[0]), p90: rounded(quantiles?.[1]) },
    backlog,
  };
}

export function ratesOf(counts: Counts = NOTHING) {
  const of = (numerator: number, denominator: number) => shareOf(numerator, denominator, counts.received);
  return {
    response: of(counts.response, counts.response_of),
    resolution: of(counts.resolution, counts.resolution_of),
    onTime: of(counts.on_time, counts.on_time_of),
    onTimeStatutory: of(counts.on_time_statutory, counts.on_time_statutory_of),
  };
}

function shareOf(numerator: number, denominator: number, received: number): StatsShare {
  const share =
    denominator === 0 ? null : Math.round((numerator / denominator) * SHARE_FACTOR) / SHARE_FACTOR;
  return { numerator, denominator, leftOut: received - denominator, share };
}

function rounded(hours: number | undefined): number | null {
  return hours === undefined ? null : Math.round(hours * HOURS_FACTOR) / HOURS_FACTOR;
}
