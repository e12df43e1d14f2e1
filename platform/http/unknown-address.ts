import { ROUTES } from '@district/contract/routes.ts';
import type { Context } from 'hono';
import type { Environment } from './environment.ts';
import { ProblemError } from './problem.ts';

const ADDRESSES = Object.values(ROUTES).map((route) => ({
  method: route.method.toUpperCase(),
  pattern: new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** A known address asked with another method is 405 and says which it takes; anything else is 404. */
export function unknownAddress(c: Context<Environment>): ProblemError {
  const methods = ADDRESSES.filter((address) => address.pattern.test(c.req.path)).map(
    (address) => address.method,
  );
  if (methods.length === 0) {
    return new ProblemError(
      'not_found',
      `There is nothing at ${c.req.method} ${c.req.path}: see /v1/openapi.json.`,
    );
  }
  c.header('Allow', methods.join(', '));
  return new ProblemError(
    'method_not_allowed',
    `${c.req.path} does not take ${c.req.method}: use ${methods.join(' or ')}.`,
  );
}
