/** What the definitions of routes are made of. */
import * as z from 'zod';
import { IDEMPOTENCY_KEY_LENGTH_MAX } from '../limits.ts';
import { PROBLEMS, type ProblemCode } from '../problems.ts';
import { Problem } from '../schemas/problem.ts';
import type { RouteScope } from '../vocabulary.ts';

/** A list that is not a readonly tuple, as OpenAPI tools want it. */
export function tag(name: string): string[] {
  return [name];
}

/** Who may call a route: without a token nobody but for `OPEN`. A token of narrower scope needs the one named here. */
export type Security = { bearer: [RouteScope] }[];

export const OPEN: Security = [];

export function needs(scope: RouteScope): Security {
  return [{ bearer: [scope] }];
}

export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** One response per status; codes that share a status stand together in its description. */
export function problems(...codes: ProblemCode[]) {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes))
    byStatus.set(PROBLEMS[code].status, [...(byStatus.get(PROBLEMS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      { description: same.join(', '), content: { 'application/problem+json': { schema: Problem } } },
    ]),
  );
}

export function body<T extends z.ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } };
}

export const etag = {
  headers: z.object({
    ETag: z.string().meta({ description: 'The version, quoted; send it back as If-Match.' }),
  }),
};

export const WriteHeaders = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(IDEMPOTENCY_KEY_LENGTH_MAX)
    .optional()
    .meta({ description: 'Required. The same key with the same body gives the first answer again.' }),
});
export const DryRunQuery = z.object({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Answers as if done, and changes nothing.' }),
});
export const ChangeHeaders = WriteHeaders.extend({
  'if-match': z
    .string()
    .max(64)
    .optional()
    .meta({ description: 'Required. The version seen, quoted, or * for any.' }),
});

export const signedIn = [
  'unauthenticated',
  'session_ended',
  'forbidden',
  'scope_missing',
  'rate_limited',
  'internal',
  'unavailable',
] as const satisfies ProblemCode[];
export const anyone = ['rate_limited', 'internal', 'unavailable'] as const satisfies ProblemCode[];
export const writing = [
  'idempotency_key_missing',
  'malformed',
  'idempotency_conflict',
  'body_too_large',
  'invalid',
] as const satisfies ProblemCode[];
