import { type Action, TRANSITIONS } from '@district/contract/transitions.ts';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { inTurn } from '../events/turn.ts';
import type { Services } from '../http/environment.ts';
import type { Reader, Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import type { Schema } from '../store/schema.ts';
import { REQUEST_COLUMNS } from './columns.ts';
import { recordStep, type Step, stamp } from './record.ts';

/** Requests taken in one run, each in a transaction of its own. */
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
export async function takeByItself(services: Services, step: ByItself): Promise<number> {
  const at = services.clock.now();
  const { due } = step;
  const rows = await dueOnes(services.db, step, at).select('no').orderBy(due).limit(BATCH_SIZE).execute();
  let taken = 0;
  for (const { no } of rows) if (await inTurn(services.db, no, (db) => takeOne(db, step, at, no))) taken += 1;
  return taken;
}

function dueOnes(db: Reader, { due, where }: ByItself, at: Date) {
  return db.selectFrom('requests').where(due, '<=', at).where(where);
}

/** False where somebody else was quicker. */
async function takeOne(db: Writer, step: ByItself, at: Date, no: string): Promise<boolean> {
  const before = await dueOnes(db, step, at)
    .select(REQUEST_COLUMNS)
    .where('no', '=', no)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return false;
  const { job, action, phase, textZh, effect } = step;
  const actor = { operator: null, address: null, requestId: job, at };
  await recordStep(db, actor, before, stamp(effect(before), actor, action), {
    action,
    phase,
    text: textZh,
    unit: null,
    public: TRANSITIONS[action].public ?? false,
    event: 'request.changed',
  });
  return true;
}
