import type { RouteScope, Scope } from '@district/contract/vocabulary.ts';
import type { Bearer } from './bearers.ts';
import { type Operator, rightsOf } from './operator.ts';

/** Whether a token was made for this; writing includes reading. */
export function covers({ scopes }: Pick<Bearer, 'scopes'>, scope: RouteScope): boolean {
  if (scopes === null || scope === 'signed_in') return true;
  return scopes.includes(scope) || (scope.endsWith(':read') && scopes.includes(writing(scope)));
}

function writing(scope: Scope): Scope {
  return scope.replace(/:read$/, ':write') as Scope;
}

/** Whether a role has any business there at all; what it may do there is each route's rule. */
export function mayEnter(operator: Pick<Operator, 'role'>, scope: RouteScope): boolean {
  const { reads, audits, reveals, calendar, paging } = rightsOf(operator);
  switch (scope) {
    case 'requests:read':
    case 'requests:write':
    case 'notices:read':
    case 'notices:write':
    case 'progress:read':
      return reads;
    case 'audit:read':
      return audits;
    case 'calendar:write':
      return calendar;
    case 'paging:write':
      return paging;
    case 'personal:reveal':
      return reveals;
    // One's own sessions and tokens are everybody's.
    case 'accounts:read':
    case 'accounts:write':
    case 'signed_in':
      return true;
  }
}
