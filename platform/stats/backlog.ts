import type { StatsBy } from '@district/contract/vocabulary.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../store/database.ts';
import { keyColumn } from './dimension.ts';
import { IS_DUE } from './figures-sql.ts';
import { endOf, type Month, type Period } from './period.ts';

interface Waiting {
  key: string | null;
  /** At how many of the ends it had not yet been submitted, and at how many it was still waiting. */
  late: number;
  until: number;
  count: number;
}

/**
 * What waited for an answer at the end of the period, by group; by month, at the end of each. A request waits from its submission until its
 * clock stops. One pass, whatever the number of ends: each request is told by the first end after its submission and the first after its answer.
 */
export async function backlogOf(
  db: Reader,
  { by, period, months, matches }: Asked,
): Promise<Map<string | null, number>> {
  const ends = (by === 'month' ? months : [period]).map(endOf);
  const [first, last] = [ends[0], ends.at(-1)];
  const instants = ends.map((end) => end.toISOString());
  const place = (column: string) =>
    sql`width_bucket(${sql.ref(`requests.${column}`)}, ${instants}::timestamptz[])`;
  const key = by === 'month' ? sql`null::text` : keyColumn(by, months);
  // Two reads for two indexes: what is open now, and what has been answered since.
  const { rows } = await sql<Waiting>`
    select key, late, until, count(*)::int as count from (
      select ${key} as key, ${place('submitted_at')} as late, ${ends.length} as until from requests
      where ${matches} and requests.open and requests.submitted_at < ${last}
      union all
      select ${key}, ${place('submitted_at')}, ${place('clock_stopped_at')} from requests
      where ${matches} and not requests.open and requests.submitted_at < ${last} and requests.clock_stopped_at >= ${first}
        and ${IS_DUE}
    ) as waiting group by key, late, until`.execute(db);
  if (by !== 'month') return sums(rows.map(({ key: group, count }) => [group, count] as const));
  return sums(
    months.flatMap(({ key: month }, at) =>
      rows.filter(({ late, until }) => late <= at && at < until).map(({ count }) => [month, count] as const),
    ),
  );
}

interface Asked {
  by: StatsBy;
  period: Period;
  months: readonly Month[];
  /** Scope and filter. */
  matches: RawBuilder<boolean>;
}

function sums(counts: readonly (readonly [string | null, number])[]): Map<string | null, number> {
  const sum = new Map<string | null, number>();
  for (const [key, count] of counts) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}
