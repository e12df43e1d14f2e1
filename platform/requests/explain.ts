import type { ClockAccount } from '@district/contract/types.ts';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { type Account, accountOf } from '../calendar/account.ts';
import type { Services } from '../http/environment.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { REQUEST_COLUMNS } from './columns.ts';
import { countedPauses } from './deadlines.ts';
import { noSuchRequest } from './find.ts';

/** Both deadlines of a request with each day on the way. An open pause is not in them yet: they move when the clock runs again. */
export async function explainRequest(
  { db, calendar, dictionaries }: Services,
  operator: Operator,
  no: string,
): Promise<ClockAccount> {
  const row = await db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('no', '=', no)
    .where(requestScope(operator))
    .executeTakeFirst();
  if (!row) throw noSuchRequest(no);
  const pauses = countedPauses(row);
  const account = (limit: number, unit: RequestRow['promised_unit']) => {
    if (row.clock_started_at === null) return null;
    const whole = { limit: limit + row.extended_limit, unit };
    return { limit: whole, ...accountOf(row.clock_started_at, whole, pauses, calendar) };
  };
  const promised = account(row.promised_limit, row.promised_unit);
  const statutory = account(row.statutory_limit, row.statutory_unit);
  return {
    no: row.no,
    startedAt: row.clock_started_at?.toISOString() ?? null,
    startedBy: row.clock_start,
    pausedSince: row.paused_since?.toISOString() ?? null,
    extendedBy: row.extended_limit === 0 ? null : { limit: row.extended_limit, unit: row.promised_unit },
    basisZh: dictionaries.items.get(row.item)?.basis_zh ?? '',
    promised: promised && told(promised),
    statutory: statutory && told(later(promised, statutory)),
  };
}

/** A statutory limit that would end first ends with the promised one. */
function later<T extends Account>(promised: T | null, statutory: T): T {
  return promised && promised.dueAt > statutory.dueAt ? promised : statutory;
}

function told<T extends Account>(account: T) {
  return { ...account, dueAt: account.dueAt.toISOString() };
}
