import type { PublicProgress } from '@district/contract/types.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { openPersonal } from '../requests/personal.ts';

/** What a resident sees of their request: public entries only, and nothing at all unless number and phone fit together. */
export async function lookUp(
  { db, dictionaries, keys }: Services,
  no: string,
  phoneLast4: string,
): Promise<PublicProgress> {
  const row = await db
    .selectFrom('requests')
    .innerJoin('request_personal as personal', (join) =>
      join
        .onRef('personal.district', '=', 'requests.district')
        .onRef('personal.request_id', '=', 'requests.id'),
    )
    .select(['requests.district', 'id', 'no', 'title', 'state', 'submitted_at', 'promised_due_at', 'lead'])
    .select('personal.phone')
    .where('no', '=', no)
    .executeTakeFirst();
  // Opened here and compared, since a mask does not show the end of a short number.
  const phone = row?.phone ? openPersonal(keys, row, 'phone', row.phone) : undefined;
  if (!row || !phone?.endsWith(phoneLast4))
    throw new ProblemError('not_found', 'No request has this number together with this phone: check both.');
  const timeline = await db
    .selectFrom('timeline')
    .select(['at', 'action', 'state_to', 'text'])
    .where('district', '=', row.district)
    .where('request_id', '=', row.id)
    .where('public', '=', true)
    .orderBy('seq')
    .execute();
  return {
    no: row.no,
    title: row.title,
    state: row.state,
    submittedAt: row.submitted_at.toISOString(),
    promisedDueAt: row.promised_due_at?.toISOString() ?? null,
    lead: row.lead === null ? null : dictionaries.unit(row.lead).name,
    timeline: timeline.map((entry) => ({
      at: entry.at.toISOString(),
      action: entry.action,
      to: entry.state_to,
      text: entry.text,
    })),
  };
}
