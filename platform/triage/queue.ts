import { TRIAGE_COUNT_MAX } from '@district/contract/limits.ts';
import { TRIAGE_ORDER } from '@district/contract/triage.ts';
import type { TriagePage } from '@district/contract/types.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import { cursorInstant, cursorKey, decodeCursor, encodeCursor, page } from '../http/paging.ts';
import { SUMMARY_COLUMNS, type SummaryRow } from '../requests/columns.ts';
import { clockAt } from '../requests/filter-sql.ts';
import { summaryOf } from '../requests/summary.ts';
import { daysOver } from './days-over.ts';

export interface TriageQuery {
  free: boolean;
  limit: number;
  cursor?: string | undefined;
}

/** The rule's keys, each ascending, so that a page goes on after one tuple. `TRIAGE_ORDER` names them. */
interface Keys {
  in_time: boolean;
  sturdy: boolean;
  due_day: string;
  returns_down: number;
}

type TriageRow = SummaryRow & Keys & { promised_due_at: Date };

/** A due at 24:00 belongs to the day it ends, as in `dueDateOf`. */
function triageKeys(now: Date): RawBuilder<unknown> {
  return sql`not coalesce(requests.statutory_due_at <= ${clockAt(now)}, false) as in_time, not requests.vulnerable as sturdy,
    to_char((requests.promised_due_at - interval '1 microsecond') at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as due_day,
    -requests.returns as returns_down`;
}

/** Open and yellow or red at the instant: what somebody has to decide on now. */
function inQueue(operator: Operator, now: Date): RawBuilder<boolean> {
  return sql<boolean>`(${requestScope(operator)} and requests.open and requests.yellow_at <= ${now} and requests.yellow_at <= ${clockAt(now)})`;
}

function snoozed(operator: Operator, now: Date): RawBuilder<boolean> {
  return sql<boolean>`exists (select from snoozes where snoozes.district = requests.district
    and snoozes.operator_id = ${operator.id} and snoozes.request_id = requests.id and snoozes.until > ${now})`;
}

function claimedByOthers(operator: Operator, now: Date): RawBuilder<boolean> {
  return sql<boolean>`coalesce(requests.claimed_until > ${now} and requests.claimed_by <> ${operator.id}, false)`;
}

const COLUMNS = sql.raw(SUMMARY_COLUMNS.map((column) => `requests.${column}`).join(', '));
const CURSOR = 'triage';

/**
 * A page of the queue. It is sorted anew each time, which costs by what is overdue and not by what there is. The order is that of the
 * first page's instant, so that nobody is passed over when a deadline goes by between two pages.
 */
export async function listTriage(
  services: Services,
  operator: Operator,
  query: TriageQuery,
): Promise<TriagePage> {
  const { db, clock, calendar, dictionaries } = services;
  const now = clock.now();
  const cursor = decodeCursor(CURSOR, query.cursor, 7);
  const asOf = cursor === undefined ? now : cursorInstant(cursor[0]);
  const [{ rows }, counts] = await Promise.all([
    sql<TriageRow>`
    select * from (select ${COLUMNS}, ${triageKeys(asOf)} from requests
      where ${inQueue(operator, asOf)} and not ${snoozed(operator, now)}
      ${query.free ? sql`and not ${claimedByOthers(operator, now)}` : sql``}) as queue
    ${cursor === undefined ? sql`` : sql`where ${after(cursor)}`}
    order by in_time, sturdy, due_day, returns_down, promised_due_at, no limit ${query.limit + 1}`.execute(
      db,
    ),
    countQueue(services, operator, now),
  ]);
  const { items, next } = page(
    rows,
    query.limit,
    (last) => cursorOf(asOf, last),
    (row) => ({
      request: summaryOf(row, operator, now, dictionaries),
      pastStatutory: !row.in_time,
      ...daysOver(row, now, calendar),
    }),
  );
  return {
    order: [...TRIAGE_ORDER],
    asOf: asOf.toISOString(),
    items,
    next,
    counts,
  };
}

function cursorOf(asOf: Date, row: TriageRow): string {
  return encodeCursor(CURSOR, [
    asOf.toISOString(),
    String(row.in_time),
    String(row.sturdy),
    row.due_day,
    String(row.returns_down),
    row.promised_due_at.toISOString(),
    row.no,
  ]);
}

const BOOLEAN = /^(true|false)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^[A-Z]{2}\d{6}-\d{4,6}$/;
const DOWN = /^(0|-\d{1,6})$/;

function after([, inTime, sturdy, day, returns, due, no]: string[]): RawBuilder<boolean> {
  return sql<boolean>`(in_time, sturdy, due_day, returns_down, promised_due_at, no) >
    (${cursorKey(inTime, BOOLEAN)}::boolean, ${cursorKey(sturdy, BOOLEAN)}::boolean, ${cursorKey(day, DAY)}::text,
     ${Number(cursorKey(returns, DOWN))}::int, ${cursorInstant(due)}::timestamptz, ${cursorKey(no, NUMBER)}::text)`;
}

async function countQueue({ db }: Services, operator: Operator, now: Date): Promise<TriagePage['counts']> {
  const { rows } = await sql<{ all: number; waiting: number; mine: number; others: number }>`
    select count(*) as all, count(*) filter (where not put_off) as waiting,
      count(*) filter (where not put_off and held and not theirs) as mine, count(*) filter (where not put_off and theirs) as others
    from (select ${snoozed(operator, now)} as put_off, ${claimedByOthers(operator, now)} as theirs,
        coalesce(requests.claimed_until > ${now}, false) as held
      from requests where ${inQueue(operator, now)} limit ${TRIAGE_COUNT_MAX + 1}) as queue`.execute(db);
  const { all = 0, waiting = 0, mine = 0, others = 0 } = rows[0] ?? {};
  return { waiting, mine, others, snoozed: all - waiting, capped: all > TRIAGE_COUNT_MAX };
}
