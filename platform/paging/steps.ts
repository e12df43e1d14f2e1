import type { PagingStep, SetPagingStep } from '@district/contract/types.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { districtScope } from '../access/scope.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { ProblemError } from '../http/problem.ts';
import { saveVersioned, type Versioned } from '../http/save-versioned.ts';
import type { Keys } from '../sealing/keys.ts';
import type { Reader, Writer } from '../store/database.ts';
import type { PagingStepRow } from '../store/schema/triage.ts';
import { sealSecret } from './secret.ts';
import { addressProblem, newWebhookSecret, secretProblem } from './webhook.ts';

function stepOf({ secret: _sealed, key_id: _key, ...row }: PagingStepRow): PagingStep {
  return {
    district: row.district,
    step: row.step,
    cause: row.cause,
    afterHours: row.after_hours,
    who: row.who,
    url: row.url,
    setBy: row.set_by,
    setAt: row.set_at.toISOString(),
    version: row.version,
  };
}

export async function listSteps(db: Reader, { region }: Operator): Promise<PagingStep[]> {
  const rows = await db
    .selectFrom('paging_steps')
    .selectAll()
    .where(districtScope(region, sql.ref('district')))
    .orderBy('district')
    .orderBy('step')
    .execute();
  return rows.map(stepOf);
}

export async function findStep(db: Reader, district: string, step: number): Promise<PagingStepRow> {
  const row = await db
    .selectFrom('paging_steps')
    .selectAll()
    .where('district', '=', district)
    .where('step', '=', step)
    .executeTakeFirst();
  if (row) return row;
  throw new ProblemError('not_found', `The ladder of ${district} has no step ${step}.`);
}

/** Sets a step. Its secret is the one given, or the one it has, or a new one, which alone is told. */
export async function setStep(
  db: Writer,
  keys: Keys,
  actor: Actor & { operator: Operator },
  { district, step }: { district: string; step: number },
  input: SetPagingStep,
  version: number | 'any',
): Promise<{ step: PagingStep; made: string | undefined }> {
  checkInput(input);
  let made: string | undefined;
  const { before, after } = await saveVersioned(db, stepAt(district, step), version, (present) => {
    made = input.secret === undefined && !present ? newWebhookSecret() : undefined;
    const secret = input.secret ?? made;
    const key = keys.current();
    return {
      ...{ cause: input.cause, after_hours: input.afterHours, who: input.who, url: input.url },
      ...{ set_by: actor.operator.name, set_at: actor.at },
      // A secret that stays is not written: it may be sealed with the next key at this moment.
      ...(secret !== undefined && {
        secret: sealSecret(key, { district, step }, secret),
        key_id: key.id,
      }),
    };
  });
  await appendAudit(db, actor, {
    district,
    action: 'paging.set',
    object: String(step),
    ...(before && { before: factsOf(before) }),
    after: { ...factsOf(after), secretChanged: input.secret !== undefined || made !== undefined },
  });
  return { step: stepOf(after), made };
}

export async function removeStep(
  db: Writer,
  actor: Actor,
  { district, step }: { district: string; step: number },
): Promise<PagingStep> {
  const before = await findStep(db, district, step);
  await db.deleteFrom('paging_steps').where('district', '=', district).where('step', '=', step).execute();
  await appendAudit(db, actor, {
    district,
    action: 'paging.remove',
    object: String(step),
    before: factsOf(before),
  });
  return stepOf(before);
}

/** The address's path may be a secret of the receiver's: the audit keeps its origin. */
function factsOf({ cause, after_hours: afterHours, who, url, version }: PagingStepRow) {
  return { cause, afterHours, who, origin: new URL(url).origin, version };
}

function checkInput(input: SetPagingStep): void {
  const problems = {
    url: addressProblem(input.url),
    secret: input.secret === undefined ? undefined : secretProblem(input.secret),
  };
  const fields = Object.entries(problems).flatMap(([path, message]) =>
    message === undefined ? [] : [{ path, message }],
  );
  if (fields.length === 0) return;
  const named = fields.map(({ path, message }) => `${path} ${message}`).join('; ');
  throw new ProblemError('invalid', `Not set: ${named}.`, { fields });
}

function stepAt(district: string, step: number): Versioned<'paging_steps'> {
  return {
    table: 'paging_steps',
    key: { district, step },
    name: `Step ${step}`,
    setBy: (row) => ({ by: row.set_by, at: row.set_at }),
  };
}
