import { type Action, TRANSITIONS } from '@district/contract/transitions.ts';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Services } from '../http/environment.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import type { Schema } from '../store/schema.ts';
import { REQUEST_COLUMNS } from './columns.ts';
import { recordStep, type Step, stamp } from './record.ts';

/** Requests taken in one run, so that a backlog does not hold its locks for long. */
const BATCH_SIZE = 100;

/** What the law or a decision brings about once a day has passed, though nobody does anything. */
interface ByItself {
  /** Names the job in the audit, in place of a request's id. */
  job: string;
  action: Action;
  phase: Step['phase'];
  /** What the resident and the staff read on the timeline. */
  textZh: string;
  /** Which day it is; those whose day has come first are taken first. */
  due: 'accept_by' | 'resume_at';
  where(row: ExpressionBuilder<Schema, 'requests'>): Expression<SqlBool>;
  effect(before: RequestRow): RequestRow;
}

/** Takes the step on every request whose day has come. Returns how many. */
export async function takeByItself(
  services: Services,
  { job, action, phase, textZh, due, where, effect }: ByItself,
): Promise<number> {
  const at = services.clock.now();
  const actor = { operator: null, address: null, requestId: job, at };
  return services.db.transaction().execute(async (db) => {
    const rows = await db
      .selectFrom('requests')
      .select(REQUEST_COLUMNS)
      .where(due, '<=', at)
      .where(where)
      .orderBy(due)
      .limit(BATCH_SIZE)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const before of rows) {
      await recordStep(db, actor, before, stamp(effect(before), actor, action), {
        action,
        phase,
        text: textZh,
        unit: null,
        public: TRANSITIONS[action].public ?? false,
        event: 'request.changed',
      });
    }
    return rows.length;
  });
}
