import { createMiddleware } from 'hono/factory';
import { operatorOfToken } from '../access/tokens.ts';
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
  const operator = await operatorOfToken(db, token, clock.now());
  if (!operator)
    throw new ProblemError('unauthenticated', 'The token is unknown or has ended: sign in again.');
  c.set('operator', operator);
  await next();
});
