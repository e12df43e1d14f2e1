import type { Reader } from '../store/database.ts';
import { forgive, subjectOf } from './attempts.ts';
import { hashPassword } from './passwords.ts';
import { writtenDown } from './written-down.ts';

/** Four groups of four: 79 bits, and still typed without a mistake. */
const INITIAL_GROUPS = 4;
const INITIAL_GROUP_LENGTH = 4;

/** Gives an operator a password that has to be changed at the first sign-in, and ends what was signed in with the old one on pages. */
export async function setInitialPassword(
  db: Reader,
  operatorId: string,
  hash: string,
  at: Date,
): Promise<void> {
  const set = { hash, initial: true, set_at: at };
  await db
    .insertInto('passwords')
    .values({ id: operatorId, created_at: at, ...set })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
    .execute();
  await db.deleteFrom('page_sessions').where('operator_id', '=', operatorId).execute();
}

/** Makes an initial password; whoever asks for it sees it once. */
export async function makeInitialPassword(): Promise<{ password: string; hash: string }> {
  const password = writtenDown(INITIAL_GROUPS, INITIAL_GROUP_LENGTH);
  return { password, hash: await hashPassword(password) };
}

/** Switches one-time codes off, for a lost phone. */
export async function resetOneTimeCodes(db: Reader, operatorId: string): Promise<void> {
  await db.deleteFrom('one_time_codes').where('operator_id', '=', operatorId).execute();
  await db.updateTable('operators').set({ one_time_codes: false }).where('id', '=', operatorId).execute();
}

/** Forgets the failed sign-ins of an account, wherever they came from. */
export async function unlock(db: Reader, secret: string, login: string): Promise<void> {
  await forgive(db, [subjectOf(secret, 'account', login), subjectOf(secret, 'account_at', login)]);
}
