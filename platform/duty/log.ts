import { DUTY_LOG_DAYS_MAX } from '@district/contract/limits.ts';
import type { DutyLog } from '@district/contract/types.ts';
import { addDays } from 'date-fns/addDays';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { districtScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import { cursorInstant, cursorKey, decodeCursor, encodeCursor, page, UUID } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import type { ShiftRow } from '../store/schema/duty.ts';
import { requireReadsDuty } from './rights.ts';
import { shiftFrom } from './shifts.ts';

export interface LogQuery {
  shift?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

interface Row {
  id: string;
  at: Date;
  shift: string;
  by: string;
  action: string;
  object: string;
  title: string | null;
  after: { state?: string } | null;
}

/** Shifts of one log at most: those of a month with two a day and a hand-over between them. */
const SHIFTS_MAX = 200;
/** What was looked at, such as a value in the clear, is the auditor's alone: the log tells what was done. */
const ACTIONS = sql`(starts_with(audit.action, 'requests.') or starts_with(audit.action, 'approvals.') or starts_with(audit.action, 'reminders.')
  or starts_with(audit.action, 'duty.')) and audit.action not in ('requests.reveal', 'requests.export', 'requests.find')`;

/** What was done on the shifts of a time by those who were on them, oldest first; the last shift where nothing is named. */
export async function dutyLog(services: Services, operator: Operator, query: LogQuery): Promise<DutyLog> {
  requireReadsDuty(operator);
  const { db, clock } = services;
  const now = clock.now();
  const shifts = await shiftsOf(services, operator, query, now);
  const ids = shifts.map(({ id }) => id);
  const cursor = decodeCursor('duty.log', query.cursor, 2);
  const beyond: RawBuilder<boolean> =
    cursor === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(audit.at, audit.id) > (${cursorInstant(cursor[0])}::timestamptz, ${cursorKey(cursor[1], UUID)}::uuid)`;
  const { rows } = await sql<Row>`
    select audit.id, audit.at, shifts.id as shift, shifts.operator_name as by, audit.action, audit.object, requests.title, audit.after
    from shifts
    join audit on audit.district = shifts.district and audit.operator_id = shifts.operator_id
      and audit.at >= shifts.starts_at and audit.at <= coalesce(shifts.ended_at, ${now})
    left join requests on requests.district = audit.district and requests.no = audit.object
    where shifts.id = any(${ids}::uuid[]) and ${districtScope(operator.region, sql.ref('shifts.district'))}
      and audit.outcome = 'done' and ${ACTIONS} and ${beyond}
      and audit.at >= ${query.from ? new Date(query.from) : new Date(0)} and audit.at < ${query.to ? new Date(query.to) : addDays(now, 1)}
    order by audit.at, audit.id limit ${query.limit + 1}`.execute(db);
  return {
    shifts: shifts.map((row) => shiftFrom(row, operator)),
    ...page(
      rows,
      query.limit,
      (last) => encodeCursor('duty.log', [last.at.toISOString(), last.id]),
      ({ after, at, ...entry }) => ({ ...entry, at: at.toISOString(), state: after?.state ?? null }),
    ),
  };
}

async function shiftsOf(
  { db }: Services,
  operator: Operator,
  { shift, from, to }: LogQuery,
  now: Date,
): Promise<ShiftRow[]> {
  const all = db
    .selectFrom('shifts')
    .selectAll()
    .where(districtScope(operator.region, sql.ref('district')))
    .orderBy('starts_at', 'desc');
  if (shift !== undefined) {
    const found = await all.where('id', '=', shift).execute();
    if (found.length > 0) return found;
    throw new ProblemError('not_found', `There is no shift ${shift} within your area: look at duty status.`);
  }
  if (from === undefined && to === undefined) {
    const own = await all.where('operator_id', '=', operator.id).limit(1).execute();
    return own.length > 0 ? own : all.limit(1).execute();
  }
  const [since, before] = span(from, to, now);
  return all
    .where('starts_at', '<', before)
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', since)]))
    .limit(SHIFTS_MAX)
    .execute();
}

function span(from: string | undefined, to: string | undefined, now: Date): [Date, Date] {
  const before = to === undefined ? now : new Date(to);
  const since = from === undefined ? addDays(before, -1) : new Date(from);
  const message =
    since >= before
      ? 'is not before the end'
      : before > addDays(since, DUTY_LOG_DAYS_MAX)
        ? `is over ${DUTY_LOG_DAYS_MAX} days before the end, the most of one log`
        : undefined;
  if (message === undefined) return [since, before];
  throw new ProblemError('invalid', `No log of that time: from ${message}.`, {
    fields: [{ path: 'from', message }],
  });
}
