import { STATS_BY, type StatsBy } from '@district/contract/vocabulary.ts';
import { stats } from '../../../commands/requests/stats.ts';
import { text } from '../../command/input.ts';
import type { Input } from '../../command/operation.ts';
import { monthPeriod, periodOf } from '../../command/stats/period.ts';
import { twin } from '../../command/twin.ts';
import { readableFilter } from '../../command/view-filter.ts';
import type { Desk } from '../desk.ts';
import { shownPeriod } from './period.ts';

const SHOWN_OPTIONS: readonly string[] = ['by', 'month', 'q'];

/** The screen with what a command line asks for; false when it asks for more than the screen shows. Throws a usage failure. */
export function openStats(desk: Desk, input: Input, say: (text: string) => void): boolean {
  const given = Object.keys(input).filter((name) => input[name] !== undefined);
  if (given.some((name) => !SHOWN_OPTIONS.includes(name))) return false;
  const { from } = periodOf(input);
  const q = text(input, 'q');
  desk.store.setState(({ stats: before }) => ({
    screen: 'stats',
    detail: null,
    stats: {
      ...before,
      ...(given.includes('by') && { by: STATS_BY.find((by) => by === input['by']) ?? before.by }),
      ...(from !== undefined && { month: from.slice(0, 7), months: 1 as const }),
      ...(q !== undefined && { q: readableFilter(q, { say }) }),
      cursor: 0,
      cursorNo: null,
    },
  }));
  return true;
}

/** The line that asks for what is shown. */
export function statsTwin(desk: Desk): string {
  const state = desk.store.getState().stats;
  const { from, to } = shownPeriod(state, desk.clock.nowMs());
  const month = from.slice(0, 7);
  const by: StatsBy = state.by;
  const period = monthPeriod(month).to === to ? { month } : { from, to };
  return twin(stats, { by, ...period, ...(state.q !== '' && { q: state.q }) });
}
