import { REVEAL_MINUTES } from '@district/contract/limits.ts';
import type { Revealed } from '@district/contract/types.ts';
import type { RevealField } from '@district/contract/vocabulary.ts';
import { addMinutes } from 'date-fns/addMinutes';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { ProblemError } from '../http/problem.ts';
import { noSuchRequest } from '../requests/find.ts';
import { openPersonal } from '../requests/personal.ts';
import { mayContact } from '../requests/ratings.ts';
import type { Keys } from '../sealing/keys.ts';
import type { Writer } from '../store/database.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { checkReason, type Reason } from './reason.ts';

/** Opens the values asked for. The entry of who looked, and why, commits with it or nothing is shown. */
export async function reveal(
  db: Writer,
  keys: Keys,
  actor: Actor & { operator: Operator },
  no: string,
  { fields: asked, ...reason }: Reason & { fields: readonly RevealField[] },
): Promise<Revealed> {
  checkReason(reason);
  const row = await db
    .selectFrom('requests')
    .leftJoin('request_personal as personal', (join) =>
      join
        .onRef('personal.district', '=', 'requests.district')
        .onRef('personal.request_id', '=', 'requests.id'),
    )
    .select(['requests.district', 'requests.id', 'requests.no', 'requests.lead', 'requests.rectification'])
    .select(['personal.name', 'personal.phone', 'personal.identity', 'personal.address', 'personal.text'])
    .where('no', '=', no)
    .where(requestScope(actor.operator))
    .executeTakeFirst();
  if (!row) throw noSuchRequest(no);
  if (!mayContact(actor.operator, row)) {
    throw new ProblemError(
      'forbidden',
      `After a poor rating the contact of ${no} is for the unit that puts it right, and for the centre.`,
      { reason: 'role' },
    );
  }
  const fields = [...new Set(asked)];
  const values = Object.fromEntries(
    fields.flatMap((field) => {
      const sealed = row[field];
      if (sealed === null) return [];
      const value = openPersonal(keys, row, field, sealed);
      return [[field, field === 'text' ? JSON.parse(value) : value]];
    }),
  );
  await db
    .insertInto('reveals')
    .values({
      district: row.district,
      id: uuidV7(actor.at, Math.random),
      request_id: row.id,
      at: actor.at,
      operator_id: actor.operator.id,
      operator_name: actor.operator.name,
      means: 'reveal',
      fields,
      purpose: reason.purpose,
      case_no: reason.case,
    })
    .execute();
  const expiresAt = addMinutes(actor.at, REVEAL_MINUTES).toISOString();
  await appendAudit(db, actor, {
    district: row.district,
    action: 'requests.reveal',
    object: no,
    after: { fields, ...reason, expiresAt },
  });
  return { no, values, revealedAt: actor.at.toISOString(), expiresAt };
}
