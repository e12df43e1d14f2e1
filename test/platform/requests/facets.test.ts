import { formatFilter } from '@district/contract/filter/format.ts';
import type { RequestFacets } from '@district/contract/types.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countRequests } from '../../../platform/requests/facets.ts';
import { filterTerms } from '../../contract/filter-terms.ts';
import { openDistrict } from '../harness/district.ts';
import { matches } from './filter-reference.ts';
import { madeRequests } from './made-requests.ts';

const CITY = { id: 'city', name: '', role: 'city_administrator', region: '3203', unit: null } as const;

function valuesOf({ facets }: RequestFacets, by: string) {
  return Object.fromEntries(
    (facets.find((one) => one.by === by)?.values ?? []).map(({ value, count }) => [value, count]),
  );
}

test('counts by facet are those of the list, each with its name and the term that narrows to it', async () => {
  const district = await openDistrict();
  const duty = district.as('duty');
  const { no } = await duty.file();
  await duty.file({ region: '320302005001', title: '电梯停运' });
  await duty.act(no, 'accept');
  await duty.act(no, 'assign', { to: 'agency:urban_management' });

  const { body } = await duty.get<RequestFacets>('/v1/requests/facets?q=is:open');
  expect(body).toMatchObject({ counted: 2, capped: false });
  expect(valuesOf(body, 'state')).toEqual({ assigned: 1, submitted: 1 });
  expect(valuesOf(body, 'to')).toEqual({ 'agency:urban_management': 1, none: 1 });
  expect(valuesOf(body, 'street')).toEqual({ '320302004000': 1, '320302005000': 1 });
  expect(body.facets.find(({ by }) => by === 'to')?.values[0]).toMatchObject({
    nameZh: '城管',
    term: 'to:agency:urban_management',
  });
});

test('an agency counts what it may see, and nothing else', async () => {
  const district = await openDistrict();
  const duty = district.as('duty');
  const { no } = await duty.file();
  await duty.file();
  await duty.act(no, 'accept');
  await duty.act(no, 'assign', { to: 'agency:urban_management' });
  const { body } = await district.as('urban').get<RequestFacets>('/v1/requests/facets?by=state');
  expect(body).toMatchObject({
    counted: 1,
    facets: [{ by: 'state', values: [{ value: 'assigned', count: 1 }] }],
  });
});

test('beyond its limit it says that there are more', async () => {
  const district = await openDistrict();
  for (let at = 0; at < 3; at += 1) await district.as('duty').file();
  const { body } = await district.as('duty').get<RequestFacets>('/v1/requests/facets?by=item&limit=2');
  expect(body).toMatchObject({ counted: 2, capped: true, facets: [{ values: [{ count: 2 }] }] });
});

test('a facet that is none is refused with those there are', async () => {
  const district = await openDistrict();
  const answer = await district
    .as('duty')
    .get<{ code: string; detail: string }>('/v1/requests/facets?by=agency');
  expect(answer.status).toBe(422);
  expect(answer.body.detail).toContain('light, state, to, street');
});

test('each value counted is what its term leaves of the filter', async () => {
  const { services } = await openDistrict();
  const now = services.clock.now();
  const rows = await madeRequests(services.db, now, { count: 120, seed: 11 });
  const { parseFilter } = await import('@district/contract/filter/parse.ts');
  await fc.assert(
    fc.asyncProperty(filterTerms(), async (terms) => {
      const q = formatFilter(terms);
      const { facets } = await countRequests(services, CITY, { q, limit: 1_000 });
      for (const { by, values } of facets) {
        for (const { term, count } of values) {
          const parsed = parseFilter(`${q} ${term}`);
          if (!parsed.ok) throw new Error(`${term} cannot be read`);
          expect(
            rows.filter((row) => matches(row, parsed.terms, now)),
            `${by} ${term}`,
          ).toHaveLength(count);
        }
      }
    }),
    { numRuns: 60 },
  );
});
