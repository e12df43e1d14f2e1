import { createHash } from 'node:crypto';
import { SESSION_IDLE_MINUTES } from '@district/contract/limits.ts';
import type { ProblemCode } from '@district/contract/problems.ts';
import type { AccessToken, DeviceCode } from '@district/contract/types.ts';
import { openBearer } from '../access/bearers.ts';
import { districtOf, operatorFrom } from '../access/operator.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import type { Seen } from '../http/network.ts';
import { ProblemError } from '../http/problem.ts';
import { failureOf } from './auth-failure.ts';

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
/** Characters of a program's own name that are kept and shown. */
const AGENT_LENGTH_MAX = 200;

/** Who asks, from where. */
export interface Asking {
  seen: Seen;
  agent: string | null;
  requestId: string;
}

/** A code for a person to type and one, known to the program alone, to fetch the session with. */
export async function newDeviceCode(
  { signIn, db, clock }: Services,
  clientId: string,
  scope: string | undefined,
  { seen, agent }: Asking,
): Promise<DeviceCode> {
  const auth = await signIn.auth();
  const body = { client_id: clientId, ...(scope !== undefined && { scope }) };
  const made = await auth.api.deviceCode({ body });
  // Whoever reads the table must not be able to fetch a session with it.
  await db
    .updateTable('device_codes')
    .set({
      device_code: hashed(made.device_code),
      asked_at: clock.now(),
      address: seen.address,
      agent: agent?.slice(0, AGENT_LENGTH_MAX) ?? null,
    })
    .where('device_code', '=', made.device_code)
    .execute();
  const shown = shownUserCode(made.user_code);
  const uri = `${seen.origin}/device`;
  return {
    device_code: made.device_code,
    user_code: shown,
    verification_uri: uri,
    verification_uri_complete: `${uri}?user_code=${shown}`,
    expires_in: made.expires_in,
    interval: made.interval,
  };
}

/** The session of a code that its person has allowed, once; until then a problem that says how things stand. */
export async function redeemDeviceCode(
  { signIn, db, clock }: Services,
  deviceCode: string,
  clientId: string,
  { seen, agent, requestId }: Asking,
): Promise<AccessToken> {
  const auth = await signIn.auth();
  const body = { grant_type: DEVICE_GRANT, device_code: hashed(deviceCode), client_id: clientId } as const;
  const { access_token: pageToken } = await auth.api.deviceToken({ body }).catch((error: unknown) => {
    throw new DeviceProblem(failureOf(error).code);
  });
  // better-auth opens a session of its own kind; ours slides, can be listed and is one query with its operator.
  const row = await db
    .selectFrom('page_sessions')
    .innerJoin('operators', 'operators.id', 'page_sessions.operator_id')
    .selectAll('operators')
    .where('token', '=', pageToken)
    .executeTakeFirstOrThrow();
  const operator = operatorFrom(row);
  const at = clock.now();
  const { token } = await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('page_sessions').where('token', '=', pageToken).execute();
    if (row.disabled_at !== null) throw new DeviceProblem('access_denied');
    const opened = await openBearer(transaction, {
      operator,
      kind: 'session',
      at,
      address: seen.address,
      agent,
    });
    await appendAudit(
      transaction,
      { operator, address: seen.address, requestId, at },
      { district: districtOf(operator), action: 'sessions.open', object: `session:${opened.id}` },
    );
    return opened;
  });
  return { access_token: token, token_type: 'Bearer', expires_in: SESSION_IDLE_MINUTES * 60 };
}

const DEVICE_PROBLEMS = {
  authorization_pending: 'Nobody has let this program in yet: ask again after the interval.',
  slow_down: 'Asked again too soon: wait for the interval between two asks.',
  access_denied: 'The sign-in was refused on the page: begin anew.',
  expired_token: 'The code has expired: begin anew.',
  invalid_grant: 'The code is unknown or has been used: begin anew.',
} as const satisfies Partial<Record<ProblemCode, string>>;

type DeviceProblemCode = keyof typeof DEVICE_PROBLEMS;

/** A problem that also carries `error`, for programs that speak RFC 8628 alone. */
class DeviceProblem extends ProblemError {
  constructor(code: string) {
    const known = (Object.hasOwn(DEVICE_PROBLEMS, code) ? code : 'invalid_grant') as DeviceProblemCode;
    super(known, DEVICE_PROBLEMS[known], { error: known });
  }
}

function hashed(deviceCode: string): string {
  return createHash('sha256').update(deviceCode).digest('hex');
}

/** BCDFGHJK as BCDF-GHJK. */
export function shownUserCode(code: string): string {
  return code.replace(/^(.{4})(.{4})$/, '$1-$2');
}

/** However a person typed it: small letters, spaces, full-width letters, any dash. */
export function typedUserCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
}
