import { FIGURES_GROUPS_MAX } from '@district/contract/limits.ts';
import type { StatsTrend } from '@district/contract/types.ts';
import type { StatsBy } from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { dateOf, type PlainDate } from '../calendar/plain-date.ts';
import type { Services } from '../http/environment.ts';
import { matching } from '../requests/matching.ts';
import { keyColumn, monthColumn } from './dimension.ts';
import { COUNTS, type Counts, factColumns } from './figures-sql.ts';
import { beginOf, endOf, monthsUpTo } from './period.ts';
import { ratesOf } from './present.ts';
import { reckon } from './reckon.ts';

interface Query {
  by: StatsBy;
  q: string;
  to?: PlainDate | undefined;
  months: number;
}

type Counted = Counts & { key: string | null; month: number };

/** The figures of each group month by month; its months are whole ones. By month there is one group, the whole. */
export async function statsTrend(services: Services, operator: Operator, query: Query): Promise<StatsTrend> {
  const { by } = query;
  const now = services.clock.now();
  const months = monthsUpTo(query.to ?? dateOf(now), query.months);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) throw new Error('a trend has months');
  const key = by === 'month' ? sql`null::text` : keyColumn(by, months);
  const matches = matching(operator, query.q, now);
  const { rows } = await reckon(services, (db) =>
    sql<Counted>`
      with facts as (
        select ${key} as key, ${monthColumn(sql`requests.submitted_at`, months)} as month, ${factColumns(now)} from requests
        where ${matches} and requests.submitted_at >= ${beginOf(first)} and requests.submitted_at < ${endOf(last)}
      )
      select key, month, ${COUNTS} from facts group by key, month`.execute(db),
  );
  const groups = [...Map.groupBy(rows, (row) => row.key)].map(([group, counted]) => ({
    key: group,
    received: counted.reduce((sum, { received }) => sum + received, 0),
    points: months.map((_, at) => {
      const counts = counted.find(({ month }) => month === at);
      return { received: counts?.received ?? 0, ...ratesOf(counts) };
    }),
  }));
  return {
    asOf: now.toISOString(),
    by,
    months: months.map((month) => month.key),
    rows: groups
      .toSorted((a, b) => b.received - a.received)
      .slice(0, FIGURES_GROUPS_MAX)
      .map(({ key: group, points }) => ({ key: group, points })),
  };
}
