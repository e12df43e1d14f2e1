import type { RouteScope } from '@district/contract/vocabulary.ts';
import { createMiddleware } from 'hono/factory';
import { type EndReason, findBearer } from '../access/bearers.ts';
import { covers, mayEnter } from '../access/scopes.ts';
import { hashToken } from '../access/tokens.ts';
import type { Environment } from './environment.ts';
import { ProblemError } from './problem.ts';

/** The operator behind the bearer token, in one query; permission itself is part of each query after it. */
export const authenticate = createMiddleware<Environment>(async (c, next) => {
  // Addresses overlap (`/v1/notices/audience` is also a `/v1/notices/:no`): whoever is known is not looked up again.
  if (c.var.operator !== undefined) return next();
  const token = /^Bearer ([\w.~+/-]{1,200}=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (token === undefined)
    throw new ProblemError('unauthenticated', 'Send the token as Authorization: Bearer …');
  const { db, clock } = c.var.services;
  const found = await findBearer(db, hashToken(token), clock.now());
  if (found.is === 'unknown')
    throw new ProblemError('unauthenticated', 'The token is unknown: sign in again.');
  if (found.is === 'over') {
    c.set('ended', { operator: found.operator, bearer: found.bearer });
    throw new ProblemError('session_ended', WHY_OVER[found.reason]);
  }
  c.set('operator', found.operator);
  c.set('bearer', found.bearer);
  await next();
});

const WHY_OVER: Readonly<Record<EndReason, string>> = {
  ended: 'The session or token was ended: sign in again.',
  expired: 'The session or token has reached its end: sign in again, or make a new token.',
  idle: 'The session was not used for too long: sign in again.',
  disabled: 'The account is disabled: ask its administrator.',
};

/** Refuses a token that was not made for a route, and a role that has no business there. */
export function enter(scope: RouteScope) {
  return createMiddleware<Environment>(async (c, next) => {
    const { bearer, operator } = c.var;
    if (!covers(bearer, scope)) {
      throw new ProblemError(
        'scope_missing',
        `The token was made for ${bearer.scopes?.join(', ') || 'nothing'}; this needs ${scope}: make one with that scope.`,
      );
    }
    if (!mayEnter(operator, scope)) {
      throw new ProblemError(
        'forbidden',
        `Your role has no access here (${scope}): ask a security officer.`,
        {
          reason: 'role',
        },
      );
    }
    await next();
  });
}
