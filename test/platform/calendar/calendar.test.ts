import { randomUUID } from 'node:crypto';
import type { CalendarImpact, CalendarYear, ClockAccount, DueDate } from '@district/contract/types.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type District, openDistrict } from '../harness/district.ts';

let district: District;
beforeEach(async () => {
  district = await openDistrict('2026-12-28T10:00');
});

const NEW_YEAR = {
  paper: '国务院办公厅关于2027年部分节假日安排的通知',
  days: [
    { date: '2027-01-01', working: false, name: '元旦' },
    { date: '2027-01-02', working: false, name: '元旦' },
    { date: '2027-01-03', working: false, name: '元旦' },
    { date: '2027-01-09', working: true, name: '元旦' },
  ],
};

async function set<T = CalendarImpact>(
  person: 'city' | 'administrator',
  body: unknown,
  { dryRun = false, version = '*', year = 2027 } = {},
) {
  const response = await district.app.request(`/v1/calendar/${year}${dryRun ? '?dryRun=true' : ''}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${person}`,
      'content-type': 'application/json',
      'if-match': version,
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as T };
}

describe('calendars', () => {
  test('next year’s calendar comes out: the deadlines that move are listed before they move', async () => {
    const centre = district.as('administrator');
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:urban_management' });
    const guess = await centre.show(no);
    expect(guess).toMatchObject({ promisedDueAt: '2027-01-04T16:00:00.000Z', provisional: true });

    const before = await set('city', NEW_YEAR, { dryRun: true });
    const moved = [
      {
        no,
        title: '路灯不亮',
        promised: { from: '2027-01-04T16:00:00.000Z', to: '2027-01-05T16:00:00.000Z' },
        statutory: null,
      },
    ];
    expect(before.body).toMatchObject({ movedCount: 1, settledCount: 0, moved });
    expect((await centre.show(no)).promisedDueAt).toBe(guess.promisedDueAt);

    expect((await set('city', NEW_YEAR)).body).toEqual(before.body);
    const after = await centre.show(no);
    expect(after).toMatchObject({ promisedDueAt: '2027-01-05T16:00:00.000Z', provisional: false });
    expect(after.timeline.at(-1)).toMatchObject({
      action: 'reckon',
      text: NEW_YEAR.paper,
      by: { name: '周敏' },
    });
    expect(after.version).toBe(guess.version + 1);
    const { body } = await centre.get<DueDate>('/v1/calendar/due?from=2026-12-31&limit=1');
    expect(body.days.map(({ date, name }) => `${date} ${name}`)).toContain('2027-01-01 元旦');
  });

  test('a request explains its deadlines, and ends where the list says', async () => {
    const centre = district.as('administrator');
    const { no } = await centre.file();
    const waiting = await centre.get<ClockAccount>(`/v1/requests/${no}/clock`);
    expect(waiting.body).toMatchObject({ startedAt: null, startedBy: 'dispatch', promised: null });
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:urban_management' });
    const { body } = await centre.get<ClockAccount>(`/v1/requests/${no}/clock`);
    const shown = await centre.show(no);
    expect(body.promised?.dueAt).toBe(shown.promisedDueAt);
    expect(body.statutory?.dueAt).toBe(shown.statutoryDueAt);
    expect(body.promised).toMatchObject({ provisional: true, limit: { limit: 5, unit: 'working_day' } });
    expect(body.promised?.days).toHaveLength(8);
  });

  test('a year is set by whoever answers for all districts, on the version seen', async () => {
    const alone = await set<{ detail: string }>('administrator', NEW_YEAR);
    expect(alone).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('outside your area') },
    });
    expect((await set('city', NEW_YEAR, { version: '"0"' })).status).toBe(200);
    expect((await set('city', NEW_YEAR, { version: '"0"' })).status).toBe(412);
    const year = await district.as('street').get<CalendarYear>('/v1/calendar/2027');
    expect(year.body).toMatchObject({ version: 1, paper: NEW_YEAR.paper, days: NEW_YEAR.days });
  });

  test.each([
    ['a missing day', [0, 2], '2027-01-02, which is missing between two days of 元旦'],
    ['no holiday', [3], 'holds no holiday'],
    ['the same day twice', [0, 1, 1, 2], '2027-01-02 is named twice'],
  ])('%s is refused with its place', async (_, picked, why) => {
    const days = picked.map((index) => NEW_YEAR.days[index]);
    const { status, body } = await set<{ detail: string }>('city', { ...NEW_YEAR, days });
    expect(status).toBe(422);
    expect(body.detail).toContain(why);
  });

  test.each([
    ['2027-06-02', true, 'is worked anyway'],
    ['2026-12-31', false, 'is not a day of 2027'],
  ])('%s is no day to name', async (date, working, why) => {
    const days = [...NEW_YEAR.days, { date, working, name: '试' }];
    const { status, body } = await set<{ detail: string }>('city', { ...NEW_YEAR, days });
    expect(status).toBe(422);
    expect(body.detail).toContain(why);
  });
});
