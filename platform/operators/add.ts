import type { AddOperator } from '@district/contract/types.ts';
import { districtOf, type Operator } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { readRegion, requireAccounts } from './rules.ts';

/** Adds an account without a role: what it may do is a security officer's to give. Returns its id. */
export async function addOperator(
  db: Writer,
  dictionaries: Dictionaries,
  actor: Actor & { operator: Operator },
  { name, login, region: code }: AddOperator,
): Promise<string> {
  requireAccounts(actor.operator, 'adds');
  const region = readRegion(dictionaries, actor.operator, code);
  const district = districtOf({ region });
  const id = uuidV7(actor.at, Math.random);
  const added = await db
    .insertInto('operators')
    .values({ district, id, name, login, role: null, region, unit: null })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n)
    throw new ProblemError('login_taken', `Somebody signs in as ${login} already: choose another login.`);
  await appendAudit(db, actor, { district, action: 'operators.add', object: id, after: { region } });
  return id;
}
