import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Account, accountOf } from '../accounts.ts';
import { authHeaders } from '../enter.ts';
import type { PageEnvironment } from './environment.ts';
import { setCookies } from './frame.ts';
import { going } from './parts.ts';

/** better-auth's cookie between the password and the code. */
const STEP_COOKIE = 'district.two_factor';

/** Who is signed in on the pages, or undefined. A disabled account is not, whatever its cookie says. */
async function visitorAccount(c: Context<PageEnvironment>): Promise<Account | undefined> {
  const { services, visitor } = c.var;
  const auth = await services.signIn.auth();
  const { headers, response } = await auth.api.getSession({
    headers: authHeaders(visitor),
    returnHeaders: true,
  });
  setCookies(c, headers.getSetCookie());
  if (response === null) return undefined;
  return accountOf(services.db, { id: response.user.id }, services.clock.now());
}

/** Whose password was right a moment ago. The identifier in the cookie is random: whoever has it, has it from us. */
export async function halfwayAccount(c: Context<PageEnvironment>): Promise<Account | undefined> {
  const { db, clock } = c.var.services;
  const identifier = getCookie(c, STEP_COOKIE)?.split('.')[0] ?? '';
  const step = await db
    .selectFrom('sign_in_steps')
    .select('value')
    .where('identifier', '=', identifier)
    // better-auth goes by the machine's clock.
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  return step && accountOf(db, { id: step.value }, clock.now());
}

/** What is to be done next by somebody who is signed in. */
export function goOn(c: Context<PageEnvironment>, account: Pick<Account, 'initial'>): Response {
  if (account.initial) return going(c, '/account/password');
  return going(c, c.var.userCode === '' ? '/account' : '/device/allow');
}

type Handler = (c: Context<PageEnvironment>, account: Account) => Response | Promise<Response>;

/** A page for those who are signed in and have a password of their own; others are sent to get there first. */
export function signedIn(handler: Handler) {
  return async (c: Context<PageEnvironment>) => {
    const account = await visitorAccount(c);
    if (account === undefined) return going(c, '/sign-in');
    if (account.initial && c.req.path !== '/account/password') return going(c, '/account/password');
    return handler(c, account);
  };
}
