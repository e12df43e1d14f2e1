import { type Operator, operatorFrom } from '../access/operator.ts';
import { INITIAL_PASSWORD_DAYS } from '../http/limits.ts';
import type { Reader } from '../store/database.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** An operator who signs in by page. */
export interface Account {
  operator: Operator;
  login: string;
  oneTimeCodes: boolean;
  /** The password was set by somebody else and has to be changed. */
  initial: boolean;
}

/** The account of a login name that may sign in now: not disabled, and its initial password not left unused for too long. */
export async function accountOf(
  db: Reader,
  by: { login: string } | { id: string },
  now: Date,
): Promise<Account | undefined> {
  const row = await db
    .selectFrom('operators')
    .innerJoin('passwords', 'passwords.id', 'operators.id')
    .selectAll('operators')
    .select(['passwords.initial', 'passwords.set_at'])
    .where((where) => ('id' in by ? where('operators.id', '=', by.id) : where('login', '=', by.login)))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined || row.login === null) return undefined;
  const unusedMs = now.valueOf() - row.set_at.valueOf();
  if (row.initial && unusedMs > INITIAL_PASSWORD_DAYS * DAY_MS) return undefined;
  return {
    operator: operatorFrom(row),
    login: row.login,
    oneTimeCodes: row.one_time_codes,
    initial: row.initial,
  };
}

export async function isFamiliar(db: Reader, { id }: Operator, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('familiar_addresses')
    .select('seen_at')
    .where('operator_id', '=', id)
    .where('address', '=', address)
    .executeTakeFirst();
  return row !== undefined;
}

export async function makeFamiliar(db: Reader, { id }: Operator, address: string, at: Date): Promise<void> {
  await db
    .insertInto('familiar_addresses')
    .values({ operator_id: id, address, seen_at: at })
    .onConflict((conflict) => conflict.columns(['operator_id', 'address']).doUpdateSet({ seen_at: at }))
    .execute();
}
