import type { Stats } from '@district/contract/types.ts';
import { queryOptions } from '@tanstack/react-query';
import type { Client } from '../../client/client.ts';
import type { FigureLine } from '../../command/stats/figure-columns.ts';
import { figureLines } from '../../command/stats/figure-lines.ts';
import type { Period } from '../../command/stats/period.ts';
import type { Desk } from '../desk.ts';
import type { StatsState } from '../screen.ts';
import { shownPeriod } from './period.ts';

type Asked = Pick<StatsState, 'by' | 'q'> & Period;

/** What the screen asks for; no filter is none, and not an empty one. */
export function askedFor(state: StatsState, nowMs: number): Asked {
  return { by: state.by, q: state.q, ...shownPeriod(state, nowMs) };
}

/** Dear to reckon, and no event tells of it: it is asked anew when somebody comes to look. */
export function statsQuery(client: Client, { by, q, from, to }: Asked) {
  return queryOptions({
    queryKey: ['stats', by, q, from, to],
    queryFn: ({ signal }) => client.stats({ by, from, to, ...(q !== '' && { q }) }, signal),
  });
}

export function statsTrendQuery(client: Client, { by, q, to }: Asked, months: number) {
  return queryOptions({
    queryKey: ['stats', 'trend', by, q, to, months],
    queryFn: ({ signal }) => client.statsTrend({ by, to, months, ...(q !== '' && { q }) }, signal),
  });
}

/** A line of the table under what the cursor follows. */
export type StatsLine = FigureLine & { no: string; q: string | null };

/** Of no group and of no agency: neither is ever an id. */
const [TOTAL, NO_AGENCY] = ['*', '-'];

/** The groups and the total below them. */
export function statsLines(stats: Stats): readonly StatsLine[] {
  const filters = [...stats.rows.map(({ q }) => q), stats.total.q];
  return figureLines(stats).map((line, at) => ({
    ...line,
    q: filters[at] ?? null,
    no: line.key === undefined ? TOTAL : (line.key ?? NO_AGENCY),
  }));
}

/** What is loaded right now, as keys act on it. */
export function loadedStats(desk: Desk): readonly StatsLine[] {
  const asked = askedFor(desk.store.getState().stats, desk.clock.nowMs());
  const stats = desk.queries.getQueryData(statsQuery(desk.client, asked).queryKey);
  return stats ? statsLines(stats) : [];
}
