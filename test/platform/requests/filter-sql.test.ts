import { formatFilter } from '@district/contract/filter/format.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { filterPredicate } from '../../../platform/requests/filter-sql.ts';
import { filterTerms } from '../../contract/filter-terms.ts';
import { freshDatabase } from '../harness/database.ts';
import { matches } from './filter-reference.ts';
import { madeRequests } from './made-requests.ts';

const NOW = new Date('2026-11-25T01:00:00Z');

test('PostgreSQL finds exactly the requests that the filter means', async () => {
  const { db } = await freshDatabase();
  const rows = await madeRequests(db, NOW, { count: 160, seed: 7 });
  await fc.assert(
    fc.asyncProperty(filterTerms(), async (terms) => {
      const found = await sql<{ no: string }>`
        select no from requests where ${filterPredicate(terms, NOW)} order by no`.execute(db);
      const meant = rows.filter((row) => matches(row, terms, NOW)).map(({ no }) => no);
      expect(
        found.rows.map(({ no }) => no),
        formatFilter(terms),
      ).toEqual(meant.toSorted());
    }),
    { numRuns: 400 },
  );
});
