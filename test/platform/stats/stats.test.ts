import type { RequestSummary, Stats, StatsTrend } from '@district/contract/types.ts';
import { STATS_BY } from '@district/contract/vocabulary.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import { withheldGroups } from '../../../platform/stats/opinions.ts';
import { reckon } from '../../../platform/stats/reckon.ts';
import type { RequestRow } from '../../../platform/store/schema/requests.ts';
import { type District, openDistrict } from '../harness/district.ts';
import { aRequest, putRequests } from './made-requests.ts';
import { plainBacklog, plainFigures, plainKey, shanghaiDay } from './plain-figures.ts';

vi.setConfig({ testTimeout: 120_000 });

const NOW = '2026-11-25T09:00';
const now = new Date(`${NOW}:00+08:00`);
/** 24:00 in Asia/Shanghai. */
const endOf = (day: string) => new Date(Date.parse(`${day}T16:00:00Z`));

let district: District;
beforeEach(async () => {
  district = await openDistrict(NOW);
});

async function stats(query: string, person: Parameters<District['as']>[0] = 'administrator'): Promise<Stats> {
  const { status, body } = await district.as(person).get<Stats>(`/v1/stats?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

/** Whatever is withheld is as the table says; the rest is compared. */
function withoutOpinions<T extends { satisfaction: { numerator: number | null } }>(figures: T) {
  const { satisfaction: _, ...rest } = figures;
  return rest;
}

const PERIODS = fc.constantFrom(
  { from: '2026-09-01', to: '2026-09-30' },
  { from: '2026-10-01', to: '2026-10-31' },
  { from: '2026-09-15', to: '2026-11-25' },
  { from: '2026-11-01', to: '2026-11-30' },
  { from: '2026-10-01', to: '2026-10-01' },
);

test('whatever the requests, the figures are those one would reckon by hand, and each drills down to its requests', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aRequest(now), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(...STATS_BY),
      PERIODS,
      async (made, by, { from, to }) => {
        const rows = await putRequests(district.services.db, made);
        const answer = await stats(`by=${by}&from=${from}&to=${to}`);
        const inPeriod = rows.filter((row) => {
          const day = shanghaiDay(row.submitted_at);
          return day >= from && day <= to;
        });
        const keyed = (some: readonly RequestRow[], key: string | null) =>
          some.filter((row) => plainKey(row, by) === key);
        expect(withoutOpinions(answer.total)).toEqual({
          ...withoutOpinions(plainFigures(inPeriod, now)),
          q: `submitted:>=${from} submitted:<=${to} -is:merged`,
          backlog: plainBacklog(rows, endOf(to)),
        });
        for (const row of answer.rows) {
          const mine = plainFigures(keyed(inPeriod, row.key), now);
          const { key, q, nameZh: _zh, nameEn: _en, satisfaction, ...figures } = row;
          const monthEnd = endOf(lastDay(key ?? '', to));
          const backlog =
            by === 'month' ? plainBacklog(rows, monthEnd) : plainBacklog(keyed(rows, key), endOf(to));
          expect({ key, ...figures }).toEqual({ key, ...withoutOpinions(mine), backlog });
          if (satisfaction.numerator === null)
            expect(satisfaction).toEqual({ ...mine.satisfaction, numerator: null, share: null });
          else expect(satisfaction).toEqual(mine.satisfaction);
          if (satisfaction.denominator > 0 && satisfaction.denominator < 5)
            expect(satisfaction.numerator).toBeNull();
          const listed = await district.as('administrator').list(q ?? '');
          expect(listed.map(({ no }) => no).sort()).toEqual(
            keyed(inPeriod, key)
              .filter(({ merged_into }) => merged_into === null)
              .map(({ no }) => no)
              .sort(),
          );
        }
        const keys = new Set(inPeriod.map((row) => plainKey(row, by)));
        for (const key of keys) expect(answer.rows.map((row) => row.key)).toContain(key);
      },
    ),
    { numRuns: 60 },
  );
});

function lastDay(month: string, to: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0));
  const day = Number.isNaN(last.valueOf()) ? to : last.toISOString().slice(0, 10);
  return day < to ? day : to;
}

test('a trend says of each month what that month by itself says', async () => {
  const [made = []] = fc.sample(fc.array(aRequest(now), { minLength: 150, maxLength: 150 }), {
    numRuns: 1,
    seed: 7,
  });
  await putRequests(district.services.db, made);
  const { body: trend } = await district
    .as('administrator')
    .get<StatsTrend>('/v1/stats/trend?by=street&to=2026-10-15&months=3');
  expect(trend.months).toEqual(['2026-08', '2026-09', '2026-10']);
  const september = await stats('by=street&from=2026-09-01&to=2026-09-30');
  expect(september.rows.length).toBeGreaterThan(0);
  for (const { key, received, response, resolution, onTime, onTimeStatutory } of september.rows)
    expect(trend.rows.find((row) => row.key === key)?.points[1] ?? { received: 0 }).toMatchObject(
      received === 0 ? { received } : { received, response, resolution, onTime, onTimeStatutory },
    );
});

test('a month is Asia/Shanghai’s: the first minute of October there is the last but eight hours of September elsewhere', async () => {
  await putRequests(
    district.services.db,
    ['2026-09-30T15:59:00Z', '2026-09-30T16:00:00Z', '2026-09-30T23:00:00Z', '2026-10-31T15:59:59Z'].map(
      (at) => ({
        ...{ region: '320302004001', item: 'street_light_repair', category: 'living', source: 'phone' },
        ...{ state: 'in_progress', lead: null, pauses: [], merged_into: null, rating: null },
        submitted_at: new Date(at),
      }),
    ) as Partial<RequestRow>[],
  );
  const { rows, total } = await stats('by=month&from=2026-09-01&to=2026-11-25');
  expect(rows.map(({ key, received, backlog }) => [key, received, backlog])).toEqual([
    ['2026-09', 1, 1],
    ['2026-10', 3, 4],
    ['2026-11', 0, 4],
  ]);
  expect(total).toMatchObject({ received: 4, backlog: 4 });
});

test('fewer than five opinions are not shown, nor told by what is left of the total', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 }), (opinions) => {
      const withheld = withheldGroups(opinions);
      const together = opinions.filter((_, at) => withheld.has(at)).reduce((sum, count) => sum + count, 0);
      const total = opinions.reduce((sum, count) => sum + count, 0);
      for (const [at, count] of opinions.entries())
        if (count > 0 && count < 5) expect(withheld.has(at)).toBe(true);
      if (together > 0 && total >= 5) expect(together).toBeGreaterThanOrEqual(5);
      // No more than it takes: without the largest of them, too little would be left.
      const largest = Math.max(...[...withheld].map((at) => opinions[at] ?? 0));
      if (largest >= 5) expect(together - largest).toBeLessThan(5);
    }),
  );
});

test('a street sees its own, an agency what was sent to it, another district nothing', async () => {
  const [made = []] = fc.sample(fc.array(aRequest(now), { minLength: 80, maxLength: 80 }), {
    numRuns: 1,
    seed: 3,
  });
  const rows = await putRequests(district.services.db, made);
  const period = 'from=2026-08-01&to=2026-11-25';
  const counted = (isSeen: (row: RequestRow) => boolean) =>
    rows.filter(
      (row) => row.merged_into === null && shanghaiDay(row.submitted_at) >= '2026-08-01' && isSeen(row),
    ).length;
  expect((await stats(period, 'urban')).total.received).toBe(
    counted(({ lead }) => lead === 'agency:urban_management'),
  );
  expect((await stats(period, 'street')).total.received).toBe(
    counted(({ street, lead }) => street === '320302004000' || lead === 'street:320302004000'),
  );
  expect((await stats(period, 'yunlong')).total).toMatchObject({
    received: 0,
    backlog: 0,
    hours: { median: null },
  });
  const filtered = await stats(`${period}&q=${encodeURIComponent('source:phone -is:merged')}`);
  expect(filtered.total.received).toBe(counted(({ source }) => source === 'phone'));
  const listed = await district.as('administrator').list(filtered.total.q ?? '');
  expect(listed.map((row: RequestSummary) => row.source)).toEqual(listed.map(() => 'phone'));
});

test.each([
  ['from=2025-01-01&to=2026-11-25', 'longer than 366 days'],
  ['from=2026-11-26', 'after its end'],
  ['from=2026-11-31', undefined],
  ['from=1999-01-01&to=1999-01-31', undefined],
  ['by=weather', undefined],
])('%s is refused with what is wrong', async (query, detail) => {
  const { status, body } = await district
    .as('administrator')
    .get<{ code: string; detail: string }>(`/v1/stats?${query}`);
  expect(status).toBe(422);
  expect(body.code).toBe('invalid');
  if (detail !== undefined) expect(body.detail).toContain(detail);
});

test('a filter that cannot be read is pointed at; one that leaves no room for more still has its figures', async () => {
  const desk = district.as('administrator');
  const wrong = await desk.get<{ code: string }>('/v1/stats?q=is:opne');
  expect(wrong).toMatchObject({ status: 400, body: { code: 'filter_invalid' } });
  const long = Array.from({ length: 40 }, () => 'is:open').join(' ');
  expect((await stats(`q=${encodeURIComponent(long)}`)).total.q).toBeNull();
});

test('what takes too long is answered with what to do about it', async () => {
  const slow = reckon(district.services, (db) => sql`select pg_sleep(5)`.execute(db), 50);
  await expect(slow).rejects.toMatchObject({
    code: 'too_costly',
    message: expect.stringContaining('shorten the period'),
  });
});
