import { SESSION_IDLE_MINUTES } from '@district/contract/limits.ts';
import { districtOf, type Operator } from '../../access/operator.ts';
import type { Reader } from '../../store/database.ts';

const MINUTE_MS = 60_000;
/** Sessions that a page shows: a person with more has lost count and ends them all with a new password. */
const SESSIONS_SHOWN_MAX = 50;

/** An operator's own consoles, the newest first. */
export function openSessions(db: Reader, operator: Operator, now: Date) {
  const idleSince = new Date(now.valueOf() - SESSION_IDLE_MINUTES * MINUTE_MS);
  return db
    .selectFrom('tokens')
    .select(['id', 'agent', 'address', 'created_at', 'used_at'])
    .where('district', '=', districtOf(operator))
    .where('operator_id', '=', operator.id)
    .where('kind', '=', 'session')
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('used_at', '>', idleSince)
    .orderBy('created_at', 'desc')
    .limit(SESSIONS_SHOWN_MAX)
    .execute();
}
