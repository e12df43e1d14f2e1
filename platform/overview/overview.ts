import type { Overview } from '@district/contract/types.ts';
import { OPEN_APPROVAL_STATES } from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import { filterPredicate } from '../requests/filter-sql.ts';
import { filterTerms } from '../requests/list.ts';
import { mayAsk } from '../requests/ratings.ts';

type GroupId = Overview['groups'][number]['id'];

interface Group {
  id: GroupId;
  q: string;
  /** By when: a closed request has no deadline any more but that of its rectification. */
  due: 'due_key' | 'rectify_by';
}

/** What a person looks at first, worst first; each group is a filter anyone can type. */
const GROUPS: readonly Group[] = [
  { id: 'overdue_statutory', q: 'is:overdue-statutory', due: 'due_key' },
  { id: 'overdue', q: 'is:overdue', due: 'due_key' },
  { id: 'due_today', q: 'is:due-today', due: 'due_key' },
  { id: 'second_return', q: 'is:arbitration', due: 'due_key' },
  { id: 'rectification', q: 'is:rectification', due: 'rectify_by' },
  { id: 'unassigned', q: 'is:unassigned', due: 'due_key' },
];

const LEADS_SHOWN = 3;

interface GroupRow {
  lead: string | null;
  count: number;
  no: string;
  due: Date | number;
}

export async function overview(services: Services, operator: Operator): Promise<Overview> {
  const now = services.clock.now();
  const [groups, approvals, open] = await Promise.all([
    Promise.all(
      GROUPS.filter(({ q }) => mayAsk(operator, filterTerms(q))).map((group) =>
        groupOf(services, operator, group, now),
      ),
    ),
    openApprovals(services, operator),
    countOpen(services, operator),
  ]);
  return { asOf: now.toISOString(), groups, approvals, open };
}

async function groupOf(
  services: Services,
  operator: Operator,
  { id, q, due }: Group,
  now: Date,
): Promise<Overview['groups'][number]> {
  const by = sql.ref(due);
  const rows = (await services.db
    .selectFrom('requests')
    .select([
      'lead',
      sql<number>`count(*)`.as('count'),
      sql<string>`(array_agg(no order by ${by}, id desc))[1]`.as('no'),
      sql<Date | number>`min(${by})`.as('due'),
    ])
    .where(requestScope(operator))
    .where(filterPredicate(filterTerms(q), now))
    .groupBy('lead')
    .execute()) satisfies GroupRow[];
  const tightest = rows.toSorted((a, b) => a.due.valueOf() - b.due.valueOf())[0];
  return {
    id,
    q,
    count: rows.reduce((sum, row) => sum + row.count, 0),
    tightest: tightest ? await dueOf(services, operator, tightest.no) : null,
    byLead: rows
      .toSorted((a, b) => b.count - a.count)
      .slice(0, LEADS_SHOWN)
      .map((row) => ({
        unit: row.lead === null ? null : services.dictionaries.unit(row.lead),
        count: row.count,
      })),
  };
}

async function dueOf({ db }: Services, operator: Operator, no: string) {
  const row = await db
    .selectFrom('requests')
    .select(['promised_due_at', 'statutory_due_at'])
    .where('no', '=', no)
    .where(requestScope(operator))
    .executeTakeFirst();
  return {
    no,
    promisedDueAt: row?.promised_due_at?.toISOString() ?? null,
    statutoryDueAt: row?.statutory_due_at?.toISOString() ?? null,
  };
}

async function openApprovals({ db }: Services, operator: Operator): Promise<Overview['approvals']> {
  const rows = await db
    .selectFrom('approvals')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.district', '=', 'approvals.district')
        .onRef('requests.id', '=', 'approvals.request_id'),
    )
    .select([
      'approvals.kind',
      sql<number>`count(*)`.as('count'),
      sql<Date>`min(approvals.decide_by)`.as('earliest'),
    ])
    .where(requestScope(operator))
    .where('approvals.state', 'in', [...OPEN_APPROVAL_STATES])
    .groupBy('approvals.kind')
    .orderBy('approvals.kind')
    .execute();
  const earliest = rows.map((row) => row.earliest.valueOf());
  return {
    byKind: rows.map((row) => ({ kind: row.kind, count: row.count })),
    count: rows.reduce((sum, row) => sum + row.count, 0),
    earliestDecideBy: earliest.length === 0 ? null : new Date(Math.min(...earliest)).toISOString(),
  };
}

async function countOpen({ db }: Services, operator: Operator): Promise<number> {
  const { count } = await db
    .selectFrom('requests')
    .select(sql<number>`count(*)`.as('count'))
    .where(requestScope(operator))
    .where('open', '=', true)
    .executeTakeFirstOrThrow();
  return count;
}
