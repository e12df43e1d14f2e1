import { formatFilter } from '@district/contract/filter/format.ts';
import type { RequestSort } from '@district/contract/types.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Operator } from '../../../platform/access/operator.ts';
import { requestScope } from '../../../platform/access/scope.ts';
import { filterPredicate } from '../../../platform/requests/filter-sql.ts';
import { fromOn, type ListedRow, orderBy, standingOf } from '../../../platform/requests/orderings.ts';
import { listReader } from '../../../platform/requests/read-list.ts';
import { filterTerms } from '../../contract/filter-terms.ts';
import { freshDatabase } from '../harness/database.ts';
import { madeRequests } from './made-requests.ts';

const NOW = new Date('2026-11-25T01:00:00Z');
const WHO = { id: 'one', name: '', region: '320302', unit: null } as const;
const OPERATORS: readonly Operator[] = [
  { ...WHO, role: 'administrator' },
  { ...WHO, role: 'city_administrator', region: '3203' },
  { ...WHO, role: 'agency_handler', unit: { kind: 'agency', id: 'housing' } },
  { ...WHO, role: 'street_operator', region: '320302004', unit: { kind: 'street', id: '320302004000' } },
  {
    ...WHO,
    role: 'community_operator',
    region: '320302004001',
    unit: { kind: 'community', id: '320302004001' },
  },
];
/** Found in a third of the requests, in one of nine, in none. */
const WORDS = ['路灯', '路灯 电梯', '电梯 小区北门', '灯', '没有这个词'];

test('by whatever way words are looked for, the first rows of a stretch are the first of all that match there', async () => {
  const { db } = await freshDatabase();
  // Three times as many as are gone through for a page of two.
  await madeRequests(db, NOW, { count: 240, seed: 11 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...OPERATORS),
      fc.constantFrom<RequestSort>('due', 'newest', 'oldest'),
      fc.boolean(),
      fc.constantFrom(...WORDS),
      filterTerms(),
      fc.integer({ min: 1, max: 3 }),
      fc.option(fc.nat(239)),
      async (operator, sort, isBackward, words, others, limit, from) => {
        const terms = [
          ...words.split(' ').map((word) => ({ key: 'text' as const, values: [word], negated: false })),
          ...others.slice(0, 1),
        ];
        const order = orderBy(sort, isBackward);
        const meant = async (more = sql<boolean>`true`) => {
          const { rows } = await sql<ListedRow>`
            select * from requests where ${more} order by ${order}`.execute(db);
          return rows;
        };
        const edge = from === null ? undefined : (await meant())[from];
        const within = edge && fromOn(sort, standingOf(sort, edge), isBackward);
        const read = listReader(operator, { terms, now: NOW, order, limit });
        const { rows } = await sql<ListedRow>`${read(within)}`.execute(db);
        const matching = await meant(
          sql`${requestScope(operator)} and ${filterPredicate(terms, NOW)} and ${within ?? sql`true`}`,
        );
        expect(
          rows.map(({ no }) => no),
          `${operator.role} ${sort} ${formatFilter(terms)}`,
        ).toEqual(matching.slice(0, limit).map(({ no }) => no));
      },
    ),
    { numRuns: 400 },
  );
});
