import type { BothWaysPage } from '@district/contract/types.ts';
import { type RawBuilder, sql } from 'kysely';
import { ProblemError } from './problem.ts';

const DAMAGED = 'The cursor is damaged: take `next` or `prev` of a page of this list.';

/** Cursors are opaque to clients: a row's sort keys, JSON in base64url. `kind` keeps one list's cursor out of another. */
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
      'The cursor is not one this list gave: take `next` or `prev` of a page of it, with the same sort.',
    );
  }
  return keys.slice(1);
}

/** What a page of a list that can be walked from either end is asked by. */
export interface BothWaysWish {
  limit: number;
  cursor?: string | undefined;
  page?: 'first' | 'last' | undefined;
}

/** On which side of the cursor's row the page lies, and whether that row itself may be on it. */
const SIDES = ['>', '<', '>=', '<='] as const;
type Side = (typeof SIDES)[number];

/** Where a page begins and which way it is read. */
export interface Reading {
  kind: string;
  limit: number;
  /** Sort keys of the row from which on it is read; undefined from an end of the list. */
  keys: string[] | undefined;
  /** Whether it is read against the order of the list, from its last row to its first. */
  isBackward: boolean;
  /** Whether the row of the keys may be on the page. */
  isInclusive: boolean;
}

export function readingOf(kind: string, wish: BothWaysWish, keyCount: number): Reading {
  const { limit, cursor, page: end = 'first' } = wish;
  if (cursor === undefined)
    return { kind, limit, keys: undefined, isBackward: end === 'last', isInclusive: false };
  if (end === 'last')
    throw new ProblemError('invalid', 'page=last and a cursor exclude each other: leave one of them out.', {
      fields: [{ path: 'page', message: 'excludes cursor' }],
    });
  const [side, ...keys] = decodeCursor(kind, cursor, keyCount + 1) ?? [];
  if (!SIDES.includes(side as Side)) throw new ProblemError('cursor_invalid', DAMAGED);
  return {
    kind,
    limit,
    keys,
    isBackward: side?.startsWith('<') === true,
    isInclusive: side?.endsWith('=') === true,
  };
}

/** How a row compares with the keys a page is read from: `asc` of a list that ascends by all of its keys. */
export function comparison(
  { isBackward, isInclusive }: Pick<Reading, 'isBackward' | 'isInclusive'>,
  direction: 'asc' | 'desc',
): RawBuilder<unknown> {
  const isGreater = (direction === 'asc') !== isBackward;
  return sql.raw(`${isGreater ? '>' : '<'}${isInclusive ? '=' : ''}`);
}

/** The direction in which a key of the list is read for this page. */
export function readDirection(
  { isBackward }: Pick<Reading, 'isBackward'>,
  direction: 'asc' | 'desc',
): 'asc' | 'desc' {
  return (direction === 'asc') !== isBackward ? 'asc' : 'desc';
}

/** Turns the rows as they were read, one more than asked for, into a page with the cursors of both its neighbours. */
export function bothWaysPage<R, T>(
  rows: readonly R[],
  { kind, limit, keys, isBackward }: Reading,
  keysOf: (row: R) => readonly string[],
  present: (row: R) => T,
): BothWaysPage<T> {
  const shown = rows.slice(0, limit);
  if (isBackward) shown.reverse();
  const hasMore = rows.length > limit;
  const [first, last] = [shown[0], shown.at(-1)];
  // Whoever came by a cursor came from rows on its other side. Where none is left on this side, they begin with the cursor's own.
  const beside = (row: R | undefined, isThere: boolean, side: '>' | '<') => {
    if (!isThere) return null;
    if (row !== undefined) return encodeCursor(kind, [side, ...keysOf(row)]);
    return keys ? encodeCursor(kind, [`${side}=`, ...keys]) : null;
  };
  const cameByCursor = keys !== undefined;
  return {
    items: shown.map(present),
    next: beside(last, isBackward ? cameByCursor : hasMore, '>'),
    prev: beside(first, isBackward ? hasMore : cameByCursor, '<'),
  };
}

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
