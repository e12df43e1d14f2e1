import { ProblemError } from './problem.ts';

/** Cursors are opaque to clients: the last row's sort keys, JSON in base64url. `kind` keeps one list's cursor out of another. */
export function encodeCursor(kind: string, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([kind, ...keys])).toString('base64url');
}

export function decodeCursor(
  kind: string,
  cursor: string | undefined,
  keyCount: number,
): string[] | undefined {
  if (cursor === undefined) return undefined;
  const keys = parse(cursor);
  if (
    !Array.isArray(keys) ||
    keys.length !== keyCount + 1 ||
    keys[0] !== kind ||
    // PostgreSQL takes no NUL in text.
    !keys.every((key) => typeof key === 'string' && !key.includes('\0'))
  ) {
    throw new ProblemError(
      'cursor_invalid',
      'The cursor is not one this list gave: take `next` of the page before, with the same sort.',
    );
  }
  return keys.slice(1);
}

const DAMAGED = 'The cursor is damaged: take `next` of the page before.';

/** A cursor's instant as `toISOString` wrote it. Other spellings, and years that PostgreSQL lacks, were not given by any list. */
export function cursorInstant(key: string | undefined): Date {
  const instant = new Date(/^\d{4}-/.test(key ?? '') ? (key as string) : Number.NaN);
  if (Number.isNaN(instant.valueOf()) || instant.toISOString() !== key)
    throw new ProblemError('cursor_invalid', DAMAGED);
  return instant;
}

/** An id, as keys of cursors carry it. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor's key that has to look as this list's do. */
export function cursorKey(key: string | undefined, pattern: RegExp): string {
  if (key === undefined || !pattern.test(key)) throw new ProblemError('cursor_invalid', DAMAGED);
  return key;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Turns one row more than asked for into a page with the cursor of the next. */
export function page<R, T>(
  rows: readonly R[],
  limit: number,
  cursorOf: (last: R) => string,
  present: (row: R) => T,
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}
