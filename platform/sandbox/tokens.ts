import { createHmac } from 'node:crypto';
import { formatUnit } from '@district/contract/assignee.ts';
import type { Role } from '@district/contract/vocabulary.ts';
import { sql } from 'kysely';
import { bearerRow } from '../access/bearers.ts';
import { districtOf, type Operator } from '../access/operator.ts';
import { hashPassword } from '../sign-in/passwords.ts';
import type { Reader, Writer } from '../store/database.ts';
import { GULOU } from './generate/places.ts';
import { insertMany } from './insert.ts';
import { COMMUNITY, IDENTITIES, PEOPLE } from './people.ts';

/** Characters of a token after its prefix: 192 bits. */
const TOKEN_LENGTH = 32;
/** Characters of a password after its first word: 48 bits, for data that are invented. */
const PASSWORD_LENGTH = 12;

export interface Identity {
  context: string;
  operator: string;
  role: Role | null;
  /** The name to sign in with on a page; all have the sandbox's one password. */
  login: string;
  token: string;
}

/** The same token for the same secret and operator, so that a console's contexts outlive a new seed. */
function tokenOf(secret: string, { id }: Pick<Operator, 'id'>): string {
  return `dc_${createHmac('sha256', secret).update(id).digest('base64url').slice(0, TOKEN_LENGTH)}`;
}

export function identitiesOf(secret: string): Identity[] {
  return IDENTITIES.map(({ context, operator }) => ({
    context,
    operator: operator.name,
    role: operator.role,
    login: loginOf(context),
    token: tokenOf(secret, operator),
  }));
}

/** `sandbox-duty` signs in as duty, `sandbox` as administrator. */
function loginOf(context: string): string {
  return context.split('-')[1] ?? 'administrator';
}

/** One for all the sandbox's people, as stable as their tokens. */
export function sandboxPassword(secret: string): string {
  const letters = createHmac('sha256', secret).update('password').digest('hex').slice(0, PASSWORD_LENGTH);
  return `sandbox-${letters.replaceAll(/(.{4})(?=.)/g, '$1-')}`;
}

/** Gives those with a login their password, where they have none: when somebody first signs in, since hashing takes a third of a second. */
export async function insertPasswords(db: Reader, secret: string, at: Date): Promise<void> {
  const ids = IDENTITIES.map(({ operator }) => operator.id);
  const known = await db.selectFrom('passwords').select('id').where('id', 'in', ids).execute();
  const missing = ids.filter((id) => known.every((one) => one.id !== id));
  if (missing.length === 0) return;
  const hash = await hashPassword(sandboxPassword(secret));
  await db
    .insertInto('passwords')
    .values(missing.map((id) => ({ id, hash, initial: false, created_at: at, set_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The resident whose inbox the sandbox shows: a member of the first household of 牌楼街道's 桂园社区, where `sandbox-community` works. */
export interface ExampleResident {
  district: string;
  community: string;
  token: string;
}

export function exampleResident(secret: string): ExampleResident {
  const token = tokenOf(secret, { id: 'resident' });
  return { district: GULOU, community: COMMUNITY, token };
}

/** Those who are not there yet: a kept sandbox of an older version lacks the newer posts. */
export async function insertPeople(db: Writer, secret: string, at: Date): Promise<void> {
  const known = await db.selectFrom('operators').select('id').execute();
  const isNew = ({ id }: Operator) => !known.some((one) => one.id === id);
  const operators = PEOPLE.filter(isNew).map((operator) => ({
    ...operator,
    district: districtOf(operator),
    unit: operator.unit && formatUnit(operator.unit),
  }));
  const tokens = IDENTITIES.filter(({ operator }) => isNew(operator)).map(({ context, operator }) =>
    bearerRow(tokenOf(secret, operator), { operator, kind: 'token', name: context, at }),
  );
  await insertMany(db, 'operators', operators);
  await insertMany(db, 'tokens', tokens);
  const logins = IDENTITIES.map(({ context, operator }) => ({ id: operator.id, login: loginOf(context) }));
  await sql`update operators set login = given.login
    from json_to_recordset(${JSON.stringify(logins)}::json) as given (id text, login text)
    where operators.id = given.id and operators.login is null`.execute(db);
}
