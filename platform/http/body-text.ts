import { createMiddleware } from 'hono/factory';
import type { Environment } from './environment.ts';
import { ProblemError } from './problem.ts';

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/**
 * Reads the body of a route that takes one, before its schema does: JSON in UTF-8, and only text that can be kept. Here and nowhere else,
 * since PostgreSQL takes no NUL in text and no half of a surrogate pair in JSON, and a body of another type would pass for an empty one.
 */
export const readBodyText = createMiddleware<Environment>(async (c, next) => {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? ''))
    throw new ProblemError(
      'malformed',
      'Send the body as Content-Type: application/json; an empty one is {}.',
    );
  const bytes = await c.req.arrayBuffer();
  const path = unstorablePath(parse(decode(bytes)));
  if (path !== undefined) {
    const message = 'holds a NUL or half of a surrogate pair, which cannot be kept: take it out';
    throw new ProblemError('invalid', `Not valid: ${path} ${message}.`, { fields: [{ path, message }] });
  }
  await next();
});

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformed', 'The body is not UTF-8: save or send it in that encoding.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('malformed', 'The body is not JSON: check quotes and commas.');
  }
}

/** Where the first such text stands, in dots. A list of what is left instead of a recursion: 128 KB of brackets would overflow the stack. */
function unstorablePath(body: unknown): string | undefined {
  const left: { value: unknown; path: string }[] = [{ value: body, path: '' }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) return path || 'body';
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      // Beyond this no schema of ours reaches, so the path need not grow with the depth.
      const deeper = path.length > PATH_LENGTH_MAX ? path : `${path}${path && '.'}${key}`;
      left.push({ value: inner, path: deeper });
    }
  }
  return undefined;
}

const PATH_LENGTH_MAX = 100;
