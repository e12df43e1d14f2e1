import type { Approval, BothWaysPage } from '@district/contract/types.ts';
import {
  type ApprovalDecider,
  type ApprovalKind,
  type ApprovalState,
  OPEN_APPROVAL_STATES,
} from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import { mayDecide, type Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import type { Services } from '../http/environment.ts';
import {
  type BothWaysWish,
  bothWaysPage,
  comparison,
  cursorInstant,
  cursorKey,
  readDirection,
  readingOf,
} from '../http/paging.ts';
import { SUMMARY_COLUMNS, type SummaryRow } from '../requests/columns.ts';
import { summaryOf } from '../requests/summary.ts';
import type { Reader } from '../store/database.ts';
import type { ApprovalRow } from '../store/schema/requests.ts';
import { isOpenApproval } from './decide.ts';
import { checkApprovalId, noSuchApproval, UUID } from './find.ts';

export interface ApprovalsQuery extends BothWaysWish {
  state: 'open' | ApprovalState;
  kind?: ApprovalKind | undefined;
}

/** Open ones earliest first: what has to be decided next stands on top. */
export async function listApprovals(
  services: Services,
  operator: Operator,
  query: ApprovalsQuery,
): Promise<BothWaysPage<Approval>> {
  const now = services.clock.now();
  const states = query.state === 'open' ? [...OPEN_APPROVAL_STATES] : [query.state];
  const reading = readingOf('approvals', query, 2);
  let select = joined(services.db, operator).where('approvals.state', 'in', states);
  if (query.kind) select = select.where('approvals.kind', '=', query.kind);
  if (reading.keys) {
    const [at, id] = [cursorInstant(reading.keys[0]), cursorKey(reading.keys[1], UUID)];
    select = select.where(
      sql<boolean>`(approvals.decide_by, approvals.id) ${comparison(reading, 'asc')} (${at}::timestamptz, ${id}::uuid)`,
    );
  }
  const way = readDirection(reading, 'asc');
  const rows = await select
    .orderBy('approvals.decide_by', way)
    .orderBy('approvals.id', way)
    .limit(query.limit + 1)
    .execute();
  return bothWaysPage(
    rows,
    reading,
    (row) => [row.a_decide_by.toISOString(), row.a_id],
    (row) => present(row, operator, now, services),
  );
}

export async function approvalDetail(
  services: Services,
  operator: Operator,
  id: string,
  db: Reader = services.db,
): Promise<Approval> {
  const row = await joined(db, operator).where('approvals.id', '=', checkApprovalId(id)).executeTakeFirst();
  if (!row) throw noSuchApproval(id);
  return present(row, operator, services.clock.now(), services);
}

const APPROVAL_COLUMNS = [
  'id',
  'kind',
  'state',
  'applicant_name',
  'applicant_unit',
  'reason',
  'input',
  'arbitration',
  'opened_at',
  'decide_by',
  'decided_at',
  'decided_by',
  'decision',
  'version',
] as const satisfies (keyof ApprovalRow)[];
type Column = (typeof APPROVAL_COLUMNS)[number];

/** An approval's columns beside its request's, apart by the prefix `a_`. */
type Joined = SummaryRow & { [C in Column as `a_${C}`]: ApprovalRow[C] } & {
  decider: ApprovalDecider | null;
};

function joined(db: Reader, operator: Operator) {
  return db
    .selectFrom('approvals')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.district', '=', 'approvals.district')
        .onRef('requests.id', '=', 'approvals.request_id'),
    )
    .select(SUMMARY_COLUMNS.map((column) => `requests.${column}` as const))
    .leftJoin('approval_settings as set', (join) =>
      join.onRef('set.district', '=', 'approvals.district').onRef('set.kind', '=', 'approvals.kind'),
    )
    .select('set.decider')
    .select(APPROVAL_COLUMNS.map((column) => `approvals.${column} as a_${column}` as const))
    .where(requestScope(operator))
    .$castTo<Joined>();
}

function present(row: Joined, operator: Operator, now: Date, { dictionaries }: Services): Approval {
  const input = row.a_input as { limit?: number; until?: string };
  const decidable =
    isOpenApproval({ state: row.a_state }) &&
    !row.a_arbitration &&
    mayDecide(operator, row.decider ?? 'centre');
  return {
    id: row.a_id,
    kind: row.a_kind,
    state: row.a_state,
    applicant: {
      name: row.a_applicant_name,
      unit: row.a_applicant_unit === null ? null : dictionaries.unit(row.a_applicant_unit),
    },
    reason: row.a_reason,
    limit: input.limit === undefined ? null : { limit: input.limit, unit: row.promised_unit },
    until: input.until ?? null,
    arbitration: row.a_arbitration,
    openedAt: row.a_opened_at.toISOString(),
    decideBy: row.a_decide_by.toISOString(),
    decidedAt: row.a_decided_at?.toISOString() ?? null,
    decidedBy: row.a_decided_by,
    automatic: row.a_state === 'granted' && row.a_decided_by === null,
    decision: row.a_decision,
    version: row.a_version,
    request: summaryOf(row, operator, now, dictionaries),
    actions: decidable ? ['grant', 'refuse'] : [],
  };
}
