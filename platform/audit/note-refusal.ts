import { PROBLEMS, type ProblemCode } from '@district/contract/problems.ts';
import { ROUTES } from '@district/contract/routes.ts';
import type { Context } from 'hono';
import type { Environment } from '../http/environment.ts';
import { existsAnywhere } from './exists-anywhere.ts';

const ADDRESSES = Object.values(ROUTES)
  .map(({ method, path, tags, operationId }) => ({
    method: method.toUpperCase(),
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    noun: tags[0] ?? '',
    verb: /^[a-z]+/.exec(operationId)?.[0] ?? '',
  }))
  // `/v1/notices/audience` before `/v1/notices/{no}`.
  .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length);

/** What names a thing and can hold nothing personal: a number, a UUID or a name of ours. */
const OBJECT =
  /^([A-Z]{2}-?)?[A-Z]{2}\d{6}-\d{4,6}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[a-z][a-z_-]{0,63}$/;
const ACTION = /^[a-z_]{1,32}$/;

/**
 * Tells the audit of an answer that refused somebody something: no right, a token not made for it, a bearer that has ended, too many
 * calls, or a thing that is there but not for this operator. What nobody is known to have asked, and what is simply wrong, is not told.
 */
export function noteRefusal(c: Context<Environment>, code: ProblemCode): void {
  const { services, requestId, address } = c.var;
  const { operator, bearer } = whoIsRefused(c);
  const isRefusal = code === 'session_ended' || [403, 429].includes(PROBLEMS[code].status);
  if (!isRefusal && (code !== 'not_found' || operator === null)) return;
  const asked = askedOf(c.req.method, c.req.path);
  if (asked === undefined) return;
  const { action, object } = asked;
  const note = () =>
    services.audit.refusals.note({ actor: { operator, bearer, address, requestId }, action, object, code });
  if (isRefusal) note();
  else
    existsAnywhere(services, object).then(
      (exists) => exists && note(),
      (error: unknown) => services.log.warn({ err: error }, 'could not tell a refusal from a wrong number'),
    );
}

function whoIsRefused(c: Context<Environment>) {
  const { ended } = c.var;
  if (ended !== undefined) return { operator: ended.operator, bearer: ended.bearer };
  const operator = c.var.operator as Environment['Variables']['operator'] | undefined;
  const bearer = c.var.bearer as Environment['Variables']['bearer'] | undefined;
  return { operator: operator ?? null, bearer: bearer?.id ?? null };
}

function askedOf(method: string, path: string): { action: string; object: string } | undefined {
  for (const address of ADDRESSES) {
    const groups = address.method === method ? address.pattern.exec(path) : null;
    if (groups === null) continue;
    const { action = '', no, id } = groups.groups ?? {};
    const verb = ACTION.test(action) ? action : address.verb;
    const named = no ?? id ?? '';
    return { action: `${address.noun}.${verb}`, object: OBJECT.test(named) ? named : address.path };
  }
  return undefined;
}
