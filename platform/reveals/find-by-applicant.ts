import { APPLICANT_REQUESTS_MAX } from '@district/contract/limits.ts';
import type { ApplicantRequests, FindByApplicant } from '@district/contract/types.ts';
import { sql } from 'kysely';
import { districtOf, type Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { normalIdentity, normalPhone } from '../privacy/normal-form.ts';
import { SUMMARY_COLUMNS, type SummaryRow } from '../requests/columns.ts';
import { summaryOf } from '../requests/summary.ts';
import type { Writer } from '../store/database.ts';
import { checkReason } from './reason.ts';

/** Requests of whoever has exactly this number, by its blind index: neither the number nor anything it opens is in the query. */
export async function findByApplicant(
  db: Writer,
  { keys, dictionaries }: Pick<Services, 'keys' | 'dictionaries'>,
  actor: Actor & { operator: Operator },
  { phone, identityNo, purpose }: FindByApplicant,
): Promise<ApplicantRequests> {
  checkReason({ purpose });
  const kind = phone === undefined ? 'identity' : 'phone';
  const normal = phone === undefined ? normalIdentity(identityNo ?? '') : normalPhone(phone);
  const { rows } = await sql<SummaryRow>`
    select ${sql.join(SUMMARY_COLUMNS.map((column) => sql.ref(`requests.${column}`)))} from request_personal as personal
    join requests on requests.district = personal.district and requests.id = personal.request_id
    where personal.${sql.ref(`${kind}_index`)} = any(${keys.indexesOf(kind, normal)}) and ${requestScope(actor.operator)}
    order by requests.submitted_at desc, requests.id desc limit ${APPLICANT_REQUESTS_MAX + 1}`.execute(db);
  const found = rows.slice(0, APPLICANT_REQUESTS_MAX);
  await appendAudit(db, actor, {
    district: districtOf(actor.operator),
    action: 'requests.find',
    object: kind,
    after: { purpose, count: found.length },
  });
  return {
    items: found.map((row) => summaryOf(row, actor.operator, actor.at, dictionaries)),
    more: rows.length > found.length,
  };
}
