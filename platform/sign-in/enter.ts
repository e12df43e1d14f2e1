import { randomBytes } from 'node:crypto';
import { LOGIN } from '@district/contract/posts.ts';
import type { Services } from '../http/environment.ts';
import { countedAddress } from '../http/network.ts';
import { type Account, accountOf, makeFamiliar } from './accounts.ts';
import { blockOf, countAttempt, subjectOf } from './attempts.ts';
import { ADDRESS_HEADER, type Auth } from './auth.ts';
import { failureOf } from './auth-failure.ts';
import { type Guarded, guarded } from './guarded.ts';
import { normalLogin } from './login.ts';
import { note, noteRefused } from './note.ts';
import type { Visitor } from './visitor.ts';
import { typedRecoveryCode } from './written-down.ts';

export interface Entered {
  account: Account;
  /** The password was right and the code of the phone is still to come. */
  needsCode: boolean;
  /** Set-Cookie headers for the browser. */
  cookies: string[];
}

/** What better-auth is told of a request: never the client's own headers but these. */
export function authHeaders({ seen, agent, cookies }: Visitor): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: seen.address ?? '' });
  if (agent !== null) headers.set('user-agent', agent);
  if (cookies !== null) headers.set('cookie', cookies);
  return headers;
}

/** Signs a person in by name and password. A name that nobody has costs the same hash and gets the same answer. */
export async function enterByPassword(
  services: Services,
  visitor: Visitor,
  typed: { login: string; password: string },
): Promise<Guarded<Entered>> {
  const { signIn, db, clock } = services;
  await signIn.prepare();
  const login = normalLogin(typed.login);
  let account: Account | undefined;
  const find = async () => {
    account = LOGIN.test(login) ? await accountOf(db, { login }, clock.now()) : undefined;
    return account;
  };
  const auth = await signIn.auth();
  const checked = await guarded(services, visitor, login, find, async () => {
    const body = { username: account ? login : nobodysName(), password: typed.password };
    const answer = await refusedAsUndefined(
      auth.api.signInUsername({ body, headers: authHeaders(visitor), returnHeaders: true }),
    );
    if (answer === undefined || account === undefined) return undefined;
    const needsCode = 'twoFactorRedirect' in answer.response;
    return { account, needsCode, cookies: answer.headers.getSetCookie() };
  });
  await noteOutcome(services, visitor, typed.login, account, checked);
  return checked;
}

/** The second step: a code of the phone, or one of those kept for when it is lost. */
export async function enterByCode(
  services: Services,
  visitor: Visitor,
  account: Account,
  typed: string,
): Promise<Guarded<Entered>> {
  const { signIn, db, clock } = services;
  const auth = await signIn.auth();
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '');
  const used = subjectOf(signIn.secret, 'used_code', account.operator.id, plain);
  const checked = await guarded(
    services,
    visitor,
    account.login,
    async () => account,
    async () => {
      if (await blockOf(db, used, clock.now())) return undefined;
      const answer = await refusedAsUndefined(verifyCode(auth, visitor, plain));
      if (answer === undefined) return undefined;
      await countAttempt(db, used, clock.now());
      return { account, needsCode: false, cookies: answer.headers.getSetCookie() };
    },
  );
  await noteOutcome(services, visitor, account.login, account, checked);
  return checked;
}

const ONE_TIME_CODE = /^\d{6}$/;

function verifyCode(auth: Auth, visitor: Visitor, typed: string) {
  const isOneTime = ONE_TIME_CODE.test(typed);
  const code = isOneTime ? typed : typedRecoveryCode(typed);
  const call = { body: { code }, headers: authHeaders(visitor), returnHeaders: true } as const;
  return isOneTime ? auth.api.verifyTOTP(call) : auth.api.verifyBackupCode(call);
}

async function refusedAsUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    failureOf(error);
    return undefined;
  }
}

/** A name in the form of a login that no operator has: better-auth hashes for it all the same. */
function nobodysName(): string {
  return `nobody-${randomBytes(8).toString('hex')}`;
}

async function noteOutcome(
  services: Services,
  visitor: Visitor,
  typed: string,
  account: Account | undefined,
  checked: Guarded<Entered>,
): Promise<void> {
  const { db, clock } = services;
  const operator = account?.operator ?? null;
  if (checked.is === 'blocked') noteRefused(services, visitor, operator, typed, 'rate_limited');
  if (checked.is === 'wrong') noteRefused(services, visitor, operator, typed, 'unauthenticated');
  if (checked.is !== 'right' || checked.value.needsCode || operator === null) return;
  const address = countedAddress(visitor.seen.address);
  await makeFamiliar(db, operator, address, clock.now());
  services.signIn.familiar.add(address);
  await note(db, services, visitor, operator, { action: 'sessions.sign_in', object: operator.id });
}
