import { UNMASKED_EXPORT_MAX } from '@district/contract/limits.ts';
import type { ExportedRequest, Page } from '@district/contract/types.ts';
import type { RevealField } from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import { districtOf, type Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { cursorInstant, cursorKey, decodeCursor, encodeCursor, page, UUID } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { SUMMARY_COLUMNS, type SummaryRow } from '../requests/columns.ts';
import { filterPredicate } from '../requests/filter-sql.ts';
import { termsFor } from '../requests/list.ts';
import { openPersonal } from '../requests/personal.ts';
import { contactScope } from '../requests/ratings.ts';
import { summaryOf } from '../requests/summary.ts';
import type { Reader, Writer } from '../store/database.ts';
import type { RequestPersonalRow } from '../store/schema/privacy.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { checkReason, type Reason } from './reason.ts';

const MASKED = [
  'applicant_name_masked',
  'applicant_phone_masked',
  'applicant_identity_type',
  'applicant_identity_masked',
  'address_masked',
] as const satisfies readonly (keyof RequestRow)[];
type MaskedRow = SummaryRow & Pick<RequestRow, 'district' | (typeof MASKED)[number]>;

const SEALED = ['name', 'phone', 'identity', 'address'] as const satisfies readonly RevealField[];
type SealedRow = MaskedRow & Pick<RequestPersonalRow, (typeof SEALED)[number]>;

const COLUMNS = sql.raw(
  [...SUMMARY_COLUMNS, 'district', ...MASKED].map((name) => `requests.${name}`).join(', '),
);
const SEALED_COLUMNS = sql.raw(SEALED.map((name) => `personal.${name}`).join(', '));

interface Query {
  q: string;
  limit: number;
  cursor?: string | undefined;
}

const CURSOR = 'export';

/** A page of requests with their applicants as everybody may see them, newest first. */
export async function exportMasked(
  services: Services,
  operator: Operator,
  query: Query,
): Promise<Page<ExportedRequest>> {
  const now = services.clock.now();
  const keys = decodeCursor(CURSOR, query.cursor, 2);
  const after = keys
    ? sql`and (requests.submitted_at, requests.id) < (${cursorInstant(keys[0])}::timestamptz, ${cursorKey(keys[1], UUID)}::uuid)`
    : sql``;
  const { rows } = await sql<MaskedRow>`
    select ${COLUMNS} from requests
    where ${requestScope(operator)} and ${filterPredicate(termsFor(operator, query.q), now)} ${after}
    order by requests.submitted_at desc, requests.id desc limit ${query.limit + 1}`.execute(services.db);
  return page(
    rows,
    query.limit,
    (last) => encodeCursor(CURSOR, [last.submitted_at.toISOString(), last.id]),
    (row) => ({ ...summaryOf(row, operator, now, services.dictionaries), ...shown(row) }),
  );
}

/** All that a filter finds, in the clear: one page, one entry in the audit, and a line for each request of who has seen it. */
export async function exportUnmasked(
  db: Writer,
  services: Services,
  actor: Actor & { operator: Operator },
  q: string,
  reason: Reason,
): Promise<Page<ExportedRequest>> {
  checkReason(reason);
  const rows = await sealedRows(db, actor, q);
  if (rows.length > UNMASKED_EXPORT_MAX) {
    const message = `finds more than ${UNMASKED_EXPORT_MAX} requests, the most that are shown in the clear at once`;
    throw new ProblemError('invalid', `Nothing was shown: the filter ${message}. Narrow it.`, {
      fields: [{ path: 'q', message }],
    });
  }
  await noteExport(db, actor, rows, reason);
  return {
    items: rows.map((row) => ({
      ...summaryOf(row, actor.operator, actor.at, services.dictionaries),
      ...opened(services, row),
    })),
    next: null,
  };
}

async function sealedRows(
  db: Reader,
  { operator, at }: Actor & { operator: Operator },
  q: string,
): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    select ${COLUMNS}, ${SEALED_COLUMNS} from requests
    left join request_personal as personal on personal.district = requests.district and personal.request_id = requests.id
    where ${requestScope(operator)} and ${filterPredicate(termsFor(operator, q), at)} and ${contactScope(operator)}
    order by requests.submitted_at desc, requests.id desc limit ${UNMASKED_EXPORT_MAX + 1}`.execute(db);
  return rows;
}

async function noteExport(
  db: Writer,
  actor: Actor & { operator: Operator },
  rows: readonly SealedRow[],
  reason: Reason,
): Promise<void> {
  const seen = rows.flatMap((row) => {
    const fields = SEALED.filter((field) => row[field] !== null);
    if (fields.length === 0) return [];
    return {
      district: row.district,
      id: uuidV7(actor.at, Math.random),
      request_id: row.id,
      at: actor.at,
      operator_id: actor.operator.id,
      operator_name: actor.operator.name,
      means: 'export' as const,
      fields: [...fields],
      purpose: reason.purpose,
      case_no: reason.case,
    };
  });
  if (seen.length > 0) await db.insertInto('reveals').values(seen).execute();
  await appendAudit(db, actor, {
    district: districtOf(actor.operator),
    action: 'requests.export',
    object: 'requests',
    after: { ...reason, count: rows.length, nos: rows.map(({ no }) => no) },
  });
}

function shown(row: MaskedRow): Pick<ExportedRequest, 'applicant' | 'address'> {
  const { applicant_name_masked: name, applicant_identity_type: type } = row;
  const identity = type === null ? null : { type, number: row.applicant_identity_masked };
  return {
    applicant: name === null ? null : { name, phone: row.applicant_phone_masked, identity },
    address: row.address_masked,
  };
}

function opened({ keys }: Services, row: SealedRow): Pick<ExportedRequest, 'applicant' | 'address'> {
  const open = (field: (typeof SEALED)[number]) => {
    const sealed = row[field];
    return sealed === null ? null : openPersonal(keys, row, field, sealed);
  };
  const name = open('name');
  const type = row.applicant_identity_type;
  const identity = type === null ? null : { type, number: open('identity') };
  return {
    applicant: name === null ? null : { name, phone: open('phone'), identity },
    address: open('address'),
  };
}
