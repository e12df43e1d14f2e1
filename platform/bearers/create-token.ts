import { TOKEN_DAYS_MAX } from '@district/contract/limits.ts';
import type { CreateToken } from '@district/contract/types.ts';
import { type Bearer, openBearer } from '../access/bearers.ts';
import { districtOf, type Operator } from '../access/operator.ts';
import { covers } from '../access/scopes.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { addDays, dateOf, endOfDay } from '../calendar/plain-date.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';

/** Makes a token for a script of one's own. One made with a token goes no further than that token, in scope and in time. */
export async function createToken(
  db: Writer,
  actor: Actor & { operator: Operator },
  bearer: Bearer,
  { name, scopes, until }: CreateToken,
) {
  const last = addDays(dateOf(actor.at), TOKEN_DAYS_MAX);
  if (until < dateOf(actor.at) || until > last)
    throw invalid('until', `has to be from today to ${last}, a year from now at the latest`);
  const expiresAt = endOfDay(until);
  if (bearer.kind === 'token' && bearer.expiresAt !== null && expiresAt > bearer.expiresAt)
    throw invalid('until', 'is later than the end of the token you are signed in with');
  const wider = scopes.find((scope) => !covers(bearer, scope));
  if (wider !== undefined)
    throw invalid('scopes', `${wider} is more than the token you are signed in with may do`);
  const wanted = [...new Set(scopes)];
  const { operator, address, at } = actor;
  const { id, token } = await openBearer(db, {
    operator,
    kind: 'token',
    at,
    expiresAt,
    name,
    scopes: wanted,
    address,
  });
  await appendAudit(db, actor, {
    district: districtOf(operator),
    action: 'tokens.create',
    object: id,
    after: { scopes: wanted, until },
  });
  return { id, token };
}

function invalid(path: string, message: string): ProblemError {
  return new ProblemError('invalid', `Not valid: ${path} ${message}.`, { fields: [{ path, message }] });
}
