import type {
  BothWaysPage,
  RequestSelection,
  RequestSort,
  RequestSummary,
} from '@district/contract/types.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type District, openDistrict } from '../harness/district.ts';

const SORTS: readonly RequestSort[] = ['due', 'newest', 'oldest'];
const FILTERS = [
  '',
  'is:open',
  'is:finished',
  'state:assigned',
  'is:vulnerable',
  '路灯',
  '-路灯 is:open',
  'returns:>9',
];

type Page = BothWaysPage<RequestSummary>;

/** Requests of which several came in the same minute, several are due at the same instant, and several are finished, which are all equal. */
async function manyAlike(): Promise<District> {
  const district = await openDistrict('2026-11-02T09:00');
  const centre = district.as('administrator');
  for (let n = 0; n < 24; n += 1) {
    district.at(`2026-11-02T09:0${Math.floor(n / 5)}`);
    const { no } = await centre.file({
      title: n % 2 === 0 ? '路灯不亮' : '电梯停运',
      vulnerable: n % 4 === 0,
    });
    if (n % 3 === 0) await centre.act(no, 'withdraw', { reason: '不用了' });
    else if (n % 3 === 1) {
      await centre.act(no, 'accept');
      await centre.act(no, 'assign', { to: 'agency:housing' });
    }
  }
  return district;
}

async function ask(district: District, query: Record<string, string | number>): Promise<Page> {
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const answer = await district.as('administrator').get<Page>(`/v1/requests?${search}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** All pages from one end to the other, in the order of the list. */
async function walk(
  district: District,
  query: { q: string; sort: RequestSort; limit: number },
  from: 'first' | 'last',
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page = await ask(district, { ...query, ...(cursor ? { cursor } : { page: from }) });
    if (from === 'first') pages.push(page);
    else pages.unshift(page);
    cursor = from === 'first' ? page.next : page.prev;
  }
  return pages;
}

const numbers = (pages: readonly Page[]) => pages.flatMap(({ items }) => items.map(({ no }) => no));

describe('a list walked from either end', () => {
  test('is the same forwards and backwards, in every order, under every filter, among equals', async () => {
    const district = await manyAlike();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SORTS),
        fc.constantFrom(...FILTERS),
        fc.integer({ min: 1, max: 9 }),
        async (sort, q, limit) => {
          const [forwards, backwards] = [
            await walk(district, { q, sort, limit }, 'first'),
            await walk(district, { q, sort, limit }, 'last'),
          ];
          const whole = numbers([await ask(district, { q, sort, limit: 200 })]);
          expect(numbers(forwards)).toEqual(whole);
          expect(numbers(backwards)).toEqual(whole);
          expect(new Set(whole).size).toBe(whole.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a page is found again from both its neighbours', async () => {
    const district = await manyAlike();
    for (const sort of SORTS) {
      const pages = await walk(district, { q: '', sort, limit: 5 }, 'first');
      expect(pages.at(0)?.prev).toBeNull();
      for (const [at, page] of pages.entries()) {
        if (page.prev === null) continue;
        const before = await ask(district, { sort, limit: 5, cursor: page.prev });
        expect(numbers([before])).toEqual(numbers(pages.slice(at - 1, at)));
        const again = await ask(district, { sort, limit: 5, cursor: String(before.next) });
        expect(numbers([again])).toEqual(numbers([page]));
      }
    }
  });

  test('where nothing is left beyond a cursor, the way back begins with its own row', async () => {
    const district = await manyAlike();
    const [first] = await walk(district, { q: 'is:open', sort: 'oldest', limit: 3 }, 'first');
    const centre = district.as('administrator');
    const rest = await ask(district, {
      q: 'is:open',
      sort: 'oldest',
      limit: 200,
      cursor: String(first?.next),
    });
    for (const { no } of rest.items) await centre.act(no, 'withdraw', { reason: '不用了' });
    const empty = await ask(district, {
      q: 'is:open',
      sort: 'oldest',
      limit: 3,
      cursor: String(first?.next),
    });
    expect(empty).toMatchObject({ items: [], next: null });
    const back = await ask(district, { q: 'is:open', sort: 'oldest', limit: 3, cursor: String(empty.prev) });
    expect(numbers([back])).toEqual(numbers(first ? [first] : []));
  });

  test('refuses a cursor with page=last, and one of another order', async () => {
    const district = await manyAlike();
    const centre = district.as('administrator');
    const { next } = await ask(district, { limit: 2 });
    const both = await centre.get<{ code: string; detail: string }>(`/v1/requests?page=last&cursor=${next}`);
    expect(both).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(both.body.detail).toContain('exclude each other');
    expect(await centre.get(`/v1/requests?sort=newest&cursor=${next}`)).toMatchObject({
      status: 400,
      body: { code: 'cursor_invalid' },
    });
  });

  test('the other lists know both ways too', async () => {
    const district = await manyAlike();
    const ids = async (person: 'auditor' | 'security', path: string, from: 'first' | 'last') => {
      const found: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const wish: string = cursor ? `cursor=${cursor}` : `page=${from}`;
        const { body } = await district
          .as(person)
          .get<BothWaysPage<{ id: string }>>(`${path}?limit=4&${wish}`);
        const page = body.items.map(({ id }) => id);
        if (from === 'first') found.push(...page);
        else found.unshift(...page);
        cursor = from === 'first' ? body.next : body.prev;
      }
      return found;
    };
    for (const [person, path] of [
      ['auditor', '/v1/audit'],
      ['security', '/v1/operators'],
    ] as const) {
      const forwards = await ids(person, path, 'first');
      expect(forwards.length, path).toBeGreaterThan(4);
      expect(await ids(person, path, 'last'), path).toEqual(forwards);
    }
  });
});

describe('a selection', () => {
  const select = (district: District, query: string) =>
    district.as('administrator').get<RequestSelection & { code: string }>(`/v1/requests/selection?${query}`);

  test('is what the list shows between two requests, named in either order', async () => {
    const district = await manyAlike();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SORTS),
        fc.constantFrom('', 'is:open', '路灯'),
        fc.nat(23),
        fc.nat(23),
        async (sort, q, one, other) => {
          const whole = numbers([await ask(district, { sort, limit: 200 })]);
          const matching = new Set(numbers([await ask(district, { q, sort, limit: 200 })]));
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          const { body } = await select(
            district,
            `sort=${sort}&q=${encodeURIComponent(q)}&firstNo=${whole[one]}&lastNo=${whole[other]}`,
          );
          const expected = whole.slice(from, to + 1).filter((no) => matching.has(no));
          expect(body.items.map(({ no }) => no)).toEqual(expected);
          expect(body.more).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('carries what an action needs, and nothing of requests outside the area', async () => {
    const district = await manyAlike();
    const { body } = await select(district, 'q=state:assigned');
    const [first] = body.items;
    expect(first).toEqual({
      no: expect.stringMatching(/^GL/),
      title: expect.any(String),
      claim: null,
      version: expect.any(Number),
      actions: expect.arrayContaining(['remind']),
    });
    const outside = await district.as('yunlong').get(`/v1/requests/selection?firstNo=${first?.no}`);
    expect(outside).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  test('is no way to learn what was rated how', async () => {
    const district = await manyAlike();
    const answers = ['rating:dissatisfied', 'is:rectification'].flatMap((q) =>
      ['/v1/requests', '/v1/requests/selection'].map((path) =>
        district.as('housing').get(`${path}?q=${encodeURIComponent(q)}`),
      ),
    );
    for (const answer of await Promise.all(answers))
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden', reason: 'role' } });
  });

  test('says when more match than it takes', async () => {
    const district = await manyAlike();
    const { db } = district.services;
    const [row] = await db.selectFrom('requests').selectAll().where('state', '=', 'submitted').execute();
    const { due_key: _due, open: _open, ...copied } = row as typeof row & Record<string, unknown>;
    for (let from = 0; from < 1_000; from += 100)
      await db
        .insertInto('requests')
        .values(
          Array.from({ length: 100 }, (_, n) => ({
            ...copied,
            id: `0199e7a0-0000-7000-8000-${String(from + n).padStart(12, '0')}`,
            no: `GL991231-${String(from + n).padStart(4, '0')}`,
            pauses: '[]',
          })) as never,
        )
        .execute();
    const { body } = await select(district, 'sort=newest');
    expect(body.items).toHaveLength(1_000);
    expect(body.more).toBe(true);
  });
});
