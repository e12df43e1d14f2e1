import type { RequestSort } from '@district/contract/types.ts';
import { type RawBuilder, sql } from 'kysely';
import { comparison, cursorInstant, cursorKey, type Reading, readDirection, UUID } from '../http/paging.ts';
import type { SummaryRow } from './columns.ts';

/** What `due_key` is of what is finished: later than any deadline. */
const NEVER_DUE = 'infinity';

export type ListedRow = SummaryRow & { due_key: Date | number };

/** Where a row stands in a list: its first key as text, then its id. */
export type Standing = readonly [key: string, id: string];

/** By a column and, among equals, by id. Each ordering is the order of an index. */
interface Ordering {
  key: RawBuilder<unknown>;
  keyDirection: 'asc' | 'desc';
  idDirection: 'asc' | 'desc';
  keyOf(row: ListedRow): string;
}

/** `due`: the tightest open one first, then finished ones, newest first. */
const ORDERINGS: Readonly<Record<RequestSort, Ordering>> = {
  due: {
    key: sql`requests.due_key`,
    keyDirection: 'asc',
    idDirection: 'desc',
    keyOf: (row) => (row.due_key instanceof Date ? row.due_key.toISOString() : NEVER_DUE),
  },
  newest: {
    key: sql`requests.submitted_at`,
    keyDirection: 'desc',
    idDirection: 'desc',
    keyOf: (row) => row.submitted_at.toISOString(),
  },
  oldest: {
    key: sql`requests.submitted_at`,
    keyDirection: 'asc',
    idDirection: 'asc',
    keyOf: (row) => row.submitted_at.toISOString(),
  },
};

export function standingOf(sort: RequestSort, row: ListedRow): Standing {
  return [ORDERINGS[sort].keyOf(row), row.id];
}

/** Throws for keys that no list gave. */
export function checkStanding([key, id]: readonly string[]): Standing {
  return [key === NEVER_DUE ? key : cursorInstant(key).toISOString(), cursorKey(id, UUID)];
}

export function orderBy(sort: RequestSort, isBackward = false): RawBuilder<unknown> {
  const { key, keyDirection, idDirection } = ORDERINGS[sort];
  const [keyWay, idWay] = [keyDirection, idDirection].map((one) =>
    sql.raw(readDirection({ isBackward }, one)),
  );
  return sql`${key} ${keyWay}, requests.id ${idWay}`;
}

/**
 * The stretches that together are what lies on one side of a standing, nearest first: those equal in the first key, then the rest. Apart,
 * each is a range of the index; in one predicate, all finished requests, which are equal, would be gone through from their first on.
 */
export function stretchesFrom(
  sort: RequestSort,
  [key, id]: Standing,
  reading: Pick<Reading, 'isBackward' | 'isInclusive'>,
): RawBuilder<boolean>[] {
  const { key: column, keyDirection, idDirection } = ORDERINGS[sort];
  return [
    sql<boolean>`(${column} = ${key}::timestamptz and requests.id ${comparison(reading, idDirection)} ${id}::uuid)`,
    sql<boolean>`${column} ${comparison({ ...reading, isInclusive: false }, keyDirection)} ${key}::timestamptz`,
  ];
}

/** A standing itself and all that lies on one side of it, for a predicate among others: its first key bounds the index. */
export function fromOn(sort: RequestSort, standing: Standing, isBackward: boolean): RawBuilder<boolean> {
  const { key, keyDirection } = ORDERINGS[sort];
  const reading = { isBackward, isInclusive: true };
  const stretches = stretchesFrom(sort, standing, reading);
  return sql<boolean>`(${key} ${comparison(reading, keyDirection)} ${standing[0]}::timestamptz and (${sql.join(stretches, sql` or `)}))`;
}

/** Whether the first of two standings comes before the second in the list. */
export function isBefore(sort: RequestSort, [key, id]: Standing, [otherKey, otherId]: Standing): boolean {
  const { keyDirection, idDirection } = ORDERINGS[sort];
  // Instants as ISO 8601 and ids in hex sort as text; so does `infinity`, after every year.
  if (key !== otherKey) return key < otherKey === (keyDirection === 'asc');
  return id < otherId === (idDirection === 'asc');
}
