import { RATING_DAYS } from '@district/contract/limits.ts';
import type { RateRequest } from '@district/contract/types.ts';
import { differenceInDays } from 'date-fns/differenceInDays';
import type { Actor } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import { recordStep, stamp } from '../requests/record.ts';
import { withRectification } from '../requests/rectification.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';

/** A resident's rating, once a round, while it is fresh; a poor one opens a rectification. The same again changes nothing: an answer may be lost. */
export async function rateRequest(
  db: Writer,
  { calendar }: Services,
  actor: Actor,
  { no, rating, remark }: RateRequest,
): Promise<void> {
  const before = await db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('no', '=', no)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (before.rated_at !== null && before.rating === rating) return;
  checkMayRate(before, actor.at);
  const rated = await withRectification(db, { ...before, rating, rated_at: actor.at }, calendar);
  await recordStep(db, actor, before, stamp(rated, actor, 'rate'), {
    action: 'rate',
    phase: 'done',
    text: remark ?? null,
    unit: null,
    public: true,
    event: 'request.changed',
  });
}

function checkMayRate(request: RequestRow, now: Date): void {
  const { no, state, rated_at, clock_stopped_at, last_action_at } = request;
  const since = state === 'closed' ? last_action_at : now;
  const why =
    state !== 'resolved' && state !== 'closed'
      ? 'it is still being handled'
      : rated_at !== null
        ? 'it has been rated already'
        : request.merged_into !== null
          ? `it was joined with ${request.merged_into}`
          : clock_stopped_at === null || differenceInDays(now, since) >= RATING_DAYS
            ? `more than ${RATING_DAYS} days have passed`
            : undefined;
  if (why !== undefined) throw new ProblemError('transition_closed', `${no} cannot be rated: ${why}.`);
}
