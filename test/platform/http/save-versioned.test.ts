import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../contract/types.ts';
import { type District, openDistrict } from '../harness/district.ts';

/** Enough at once that some have read before the first has written. */
const AT_ONCE = 8;

interface Set extends Problem {
  version: number;
}

/** What people set, each with a body that differs by a number, and how that number is read back. */
const THINGS = [
  {
    name: 'how a kind of approval is handled',
    path: '/v1/approval-settings/decline',
    body: (days: number) => ({
      limit: { limit: days, unit: 'working_day' },
      grantsItself: false,
      decider: 'centre',
    }),
    numberOf: (set: { limit: { limit: number } }) => set.limit.limit,
  },
  {
    name: 'the limit for putting right',
    path: '/v1/rectification-setting',
    body: (days: number) => ({ limit: { limit: days, unit: 'working_day' } }),
    numberOf: (set: { limit: { limit: number } }) => set.limit.limit,
  },
  {
    name: 'a step of paging',
    path: '/v1/paging/1',
    body: (hours: number) => ({
      ...{ cause: 'promised', afterHours: hours, who: '值班长' },
      url: 'https://pager.example.gov.cn/hook',
    }),
    numberOf: (set: { afterHours: number }) => set.afterHours,
  },
  {
    name: 'a template',
    path: `/v1/templates/${encodeURIComponent('路灯已修')}`,
    body: (number: number) => ({ field: 'reply', text: `第${number}稿` }),
    numberOf: (set: { text: string }) => Number(/\d+/.exec(set.text)?.[0]),
  },
];

const put = (district: District, path: string, body: unknown, seen: string) =>
  district.as('administrator').put<Set>(path, body, { 'if-match': seen });

describe.each(THINGS)('of many who set $name at once', ({ path, body, numberOf }) => {
  test.each([0, 1])('on version %i, one wins and the others hear who', async (seen) => {
    const district = await openDistrict();
    if (seen === 1) expect((await put(district, path, body(20), '"0"')).body.version).toBe(1);
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, at) => put(district, path, body(at + 1), `"${seen}"`)),
    );
    const [won, ...more] = answers.filter(({ status }) => status === 200);
    expect(more).toEqual([]);
    expect(won?.body.version).toBe(seen + 1);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost).toHaveLength(AT_ONCE - 1);
    for (const { status, body: problem } of lost) {
      expect(status).toBe(412);
      expect(problem).toMatchObject({
        code: 'version_mismatch',
        detail: expect.stringContaining('王磊'),
        current: {
          state: 'set',
          version: seen + 1,
          changedBy: '王磊',
          changedAt: '2026-11-25T01:00:00.000Z',
        },
      });
    }
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(numberOf(won?.body as never)).toBe(winner + 1);
  });

  test('whatever it is, each replaces the one before', async () => {
    const district = await openDistrict();
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, at) => put(district, path, body(at + 1), '*')),
    );
    const versions = answers.map(({ body: set }) => set.version).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: AT_ONCE }, (_, at) => at + 1));
  });

  test('on one that was never there, nothing is made', async () => {
    const district = await openDistrict();
    const { status, body: problem } = await put(district, path, body(1), '"3"');
    expect([status, problem.code]).toEqual([412, 'version_mismatch']);
    expect((await put(district, path, body(1), '"0"')).body.version).toBe(1);
  });
});
