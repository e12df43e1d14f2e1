import { FIGURES_GROUPS_MAX } from '@district/contract/limits.ts';
import type { Stats, StatsRow } from '@district/contract/types.ts';
import type { StatsBy } from '@district/contract/vocabulary.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Services } from '../http/environment.ts';
import { matching } from '../requests/matching.ts';
import type { Reader } from '../store/database.ts';
import { backlogOf } from './backlog.ts';
import { keyColumn, namesOf } from './dimension.ts';
import { groupTerm, receivedFilter } from './drill.ts';
import { type AllCounts, COUNTS, factColumns, MORE_COUNTS } from './figures-sql.ts';
import { withheldGroups } from './opinions.ts';
import { beginOf, endOf, type Month, monthsOf, type Period, periodAsked } from './period.ts';
import { figuresOf } from './present.ts';
import { reckon } from './reckon.ts';

interface Query {
  by: StatsBy;
  q: string;
  from?: PlainDate | undefined;
  to?: PlainDate | undefined;
}

interface Group {
  key: string | null;
  counts: AllCounts | undefined;
  backlog: number;
}

type Counted = AllCounts & { key: string | null; is_total: boolean };

/** The figures of a period, group by group and in all. */
export async function requestStats(services: Services, operator: Operator, query: Query): Promise<Stats> {
  const { by, q } = query;
  const now = services.clock.now();
  const period = periodAsked(query.from, query.to, now);
  const months = monthsOf(period);
  const matches = matching(operator, q, now);
  const { counted, backlog } = await reckon(services, async (db) => ({
    counted: await countedBy(db, { by, period, months, matches, now }),
    backlog: await backlogOf(db, { by, period, months, matches }),
  }));
  const groups = groupsOf(by, months, counted, backlog);
  const withheld = new Set(
    [...withheldGroups(groups.map(({ counts }) => counts?.satisfaction_of ?? 0))].map((at) => groups[at]),
  );
  const total = counted.find(({ is_total }) => is_total);
  const keys = groups.map(({ key }) => key);
  const shown = (by === 'month' ? groups : groups.toSorted(mostFirst)).slice(0, FIGURES_GROUPS_MAX);
  const rows = shown.map((group): StatsRow => {
    const { key, counts, backlog: waiting } = group;
    const within = months.find((month) => by === 'month' && month.key === key) ?? period;
    return {
      key,
      ...namesOf(by, key, services.dictionaries),
      q: receivedFilter(q, within, groupTerm(by, key, keys)),
      ...figuresOf(counts, { backlog: waiting, withholdsOpinions: withheld.has(group) }),
    };
  });
  const lastEnd = by === 'month' ? (backlog.get(months.at(-1)?.key ?? '') ?? 0) : sum([...backlog.values()]);
  return {
    asOf: now.toISOString(),
    by,
    ...period,
    total: {
      q: receivedFilter(q, period),
      ...figuresOf(total, {
        backlog: lastEnd,
        withholdsOpinions: withheldGroups([total?.satisfaction_of ?? 0]).size > 0,
      }),
    },
    rows,
    groups: groups.length,
  };
}

interface Asked {
  by: StatsBy;
  period: Period;
  months: readonly Month[];
  matches: RawBuilder<boolean>;
  now: Date;
}

async function countedBy(db: Reader, { by, period, months, matches, now }: Asked): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with facts as (
      select ${keyColumn(by, months)} as key, ${factColumns(now)} from requests
      where ${matches} and requests.submitted_at >= ${beginOf(period)} and requests.submitted_at < ${endOf(period)}
    )
    select key, grouping(key) = 1 as is_total, ${COUNTS}, ${MORE_COUNTS}
    from facts group by grouping sets ((key), ())`.execute(db);
  return rows;
}

/** All months, those without requests too; of everything else what has any, received in the period or still waiting at its end. */
function groupsOf(
  by: StatsBy,
  months: readonly Month[],
  counted: readonly Counted[],
  backlog: ReadonlyMap<string | null, number>,
): Group[] {
  const byKey = new Map(
    counted.flatMap((counts) => (counts.is_total ? [] : [[counts.key, counts] as const])),
  );
  if (by === 'month')
    return months.map(({ key }, at) => ({
      key,
      counts: byKey.get(String(at)),
      backlog: backlog.get(key) ?? 0,
    }));
  return [...new Set([...byKey.keys(), ...backlog.keys()])].map((key) => ({
    key,
    counts: byKey.get(key),
    backlog: backlog.get(key) ?? 0,
  }));
}

/** Those that nobody could name come last among equals. */
function mostFirst(a: Group, b: Group): number {
  const received = (b.counts?.received ?? 0) - (a.counts?.received ?? 0);
  return received || b.backlog - a.backlog || ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
