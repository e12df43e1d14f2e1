import { monthAfter, monthPeriod, type Period } from '../../command/stats/period.ts';
import { shanghaiDate } from '../../i18n/time.ts';
import type { StatsState } from '../screen.ts';

/** How many months together, in the order in which a key goes through them; a year is as long as a period may be. */
export const PERIOD_LENGTHS = [1, 3, 12] as const;

/** The last month shown: this one until another is chosen. */
export function lastMonth({ month }: Pick<StatsState, 'month'>, nowMs: number): string {
  return month ?? shanghaiDate(new Date(nowMs).toISOString()).slice(0, 7);
}

export function shownPeriod(state: Pick<StatsState, 'month' | 'months'>, nowMs: number): Period {
  const last = lastMonth(state, nowMs);
  return { from: monthPeriod(monthAfter(last, 1 - state.months)).from, to: monthPeriod(last).to };
}
