import type { OperatorAction } from '@district/contract/posts.ts';
import { OPERATOR_RIGHTS } from '@district/contract/posts.ts';
import type { CurrentState, OperatorActionInput } from '@district/contract/types.ts';
import { endBearersOf, tellOfBearers } from '../access/bearers.ts';
import type { Operator } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { makeInitialPassword, resetOneTimeCodes, setInitialPassword, unlock } from '../sign-in/manage.ts';
import type { Writer } from '../store/database.ts';
import type { OperatorRow } from '../store/schema/access.ts';
import { findAccount } from './present.ts';
import { readPost, requireAccounts, whyClosed } from './rules.ts';

export interface OperatorWish {
  id: string;
  action: OperatorAction;
  input: OperatorActionInput;
  version: number | 'any';
}

/** Gives or takes a role, disables or enables an account, helps one to sign in again. It holds from the account's next call on. */
export async function actOnOperator(
  db: Writer,
  services: Services,
  actor: Actor & { operator: Operator },
  { id, action, input, version }: OperatorWish,
): Promise<{ id: string; initialPassword: string | null }> {
  const before = await lockAccount(db, actor.operator, id);
  await refuseClosed(db, actor.operator, before, action);
  if (version !== 'any' && version !== before.version) {
    const current = await currentState(db, before);
    throw new ProblemError('version_mismatch', `${id} was changed in between: look again, then decide.`, {
      current,
    });
  }
  const after = {
    ...before,
    ...changed(services.dictionaries, actor, before, { action, input }),
    version: before.version + 1,
  };
  const { role, region, unit, disabled_at } = after;
  await db
    .updateTable('operators')
    .set({ role, region, unit, disabled_at, version: after.version })
    .where('district', '=', before.district)
    .where('id', '=', before.id)
    .execute();
  if (action === 'disable' || action === 'reset_password') await endBearersOf(db, before, actor.at);
  const initialPassword = await helpSignIn(db, services, before, action, actor.at);
  await tellOfBearers(db, before.id);
  await appendAudit(db, actor, {
    district: before.district,
    action: `operators.${action}`,
    object: before.id,
    before: shown(before),
    after: shown(after),
  });
  return { id: before.id, initialPassword };
}

/** What the actions about signing in do beside the row; a new password is told to whoever asked, and to nobody else. */
async function helpSignIn(
  db: Writer,
  { signIn }: Services,
  { id, login }: OperatorRow,
  action: OperatorAction,
  at: Date,
): Promise<string | null> {
  if (action === 'unlock' && login !== null) await unlock(db, signIn.secret, login);
  if (action === 'reset_codes') await resetOneTimeCodes(db, id);
  if (action !== 'reset_password') return null;
  const { password, hash } = await makeInitialPassword();
  await setInitialPassword(db, id, hash, at);
  return password;
}

function changed(
  dictionaries: Dictionaries,
  actor: Actor & { operator: Operator },
  before: OperatorRow,
  { action, input }: Pick<OperatorWish, 'action' | 'input'>,
): Partial<OperatorRow> {
  switch (action) {
    case 'give':
      return readPost(dictionaries, actor.operator, before, input);
    case 'take':
      return { role: null, unit: null };
    case 'disable':
      return { disabled_at: actor.at };
    case 'enable':
      return { disabled_at: null };
    case 'unlock':
    case 'reset_password':
    case 'reset_codes':
      return {};
  }
}

async function lockAccount(db: Writer, operator: Operator, id: string): Promise<OperatorRow> {
  requireAccounts(operator);
  const found = await findAccount(db, operator, id);
  return db
    .selectFrom('operators')
    .selectAll()
    .where('district', '=', found.district)
    .where('id', '=', found.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function refuseClosed(
  db: Writer,
  operator: Operator,
  account: OperatorRow,
  action: OperatorAction,
): Promise<void> {
  const reason = whyClosed(action, account, operator);
  if (reason === undefined) return;
  if (reason === 'role') requireAccounts(operator, OPERATOR_RIGHTS[action]);
  if (reason === 'own_post')
    throw new ProblemError('own_post', 'That is your own account: another one has to do it.');
  throw new ProblemError(
    'transition_closed',
    `${account.name} is ${stateOf(account)}: there is nothing to ${action}.`,
    {
      reason,
      current: await currentState(db, account),
    },
  );
}

function stateOf({ role, disabled_at }: OperatorRow): string {
  return disabled_at !== null ? 'disabled' : (role ?? 'no_role');
}

/** What it is now and who made it so, for those who lost a race. */
async function currentState(db: Writer, account: OperatorRow): Promise<CurrentState> {
  const last = await db
    .selectFrom('audit')
    .select(['at', 'operator_name', 'action'])
    .where('district', '=', account.district)
    .where('object', '=', account.id)
    .where('action', 'like', 'operators.%')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    state: stateOf(account),
    version: account.version,
    changedBy: last?.operator_name ?? null,
    changedAt: (last?.at ?? account.disabled_at ?? new Date(0)).toISOString(),
    lastAction: last?.action.slice('operators.'.length) ?? null,
  };
}

function shown({ role, region, unit, disabled_at, version }: OperatorRow) {
  return { role, region, unit, disabled: disabled_at !== null, version };
}
