import { hashPassword } from '../../../platform/sign-in/passwords.ts';
import type { District, Person } from '../harness/district.ts';

export const PASSWORD = 'four green lamps';
/** What is kept says how it was made: tests sign in a hundred times, and need not wait a third of a second each. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 };

/** Gives somebody of the harness a login of their own name, and that password. */
export async function letSignIn(district: District, person: Person, initial = false): Promise<void> {
  const { db, clock } = district.services;
  const hash = await hashPassword(PASSWORD, CHEAP);
  const at = clock.now();
  await db.updateTable('operators').set({ login: person }).where('id', '=', person).execute();
  await db
    .insertInto('passwords')
    .values({ id: person, hash, initial, created_at: at, set_at: at })
    .execute();
}

export async function auditOf({ services }: District): Promise<string[]> {
  const rows = await services.db.selectFrom('audit').select(['action', 'object']).execute();
  return rows.map(({ action, object }) => `${action} ${object}`).sort();
}
