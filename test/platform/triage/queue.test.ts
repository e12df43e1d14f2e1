import type { Page, RequestSummary, TriageCard, TriageItem, TriagePage } from '@district/contract/types.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Desk, type District, openDistrict } from '../harness/district.ts';

async function queue(desk: Desk, query = ''): Promise<TriagePage> {
  return (await desk.get<TriagePage>(`/v1/triage${query}`)).body;
}

/** A request that is with the agency since the first of November, and overdue on the ninth. */
async function overdueRequest(
  district: District,
  over: Parameters<Desk['file']>[0] = {},
): Promise<RequestSummary> {
  const centre = district.as('administrator');
  const { no } = await centre.file(over);
  await centre.act(no, 'accept');
  return (await centre.act(no, 'assign', { to: 'agency:urban_management' })).request;
}

test('nothing is in the queue but what is yellow or red; it leaves when it is put off, and comes back by itself', async () => {
  const district = await openDistrict('2026-11-02T09:00');
  const duty = district.as('duty');
  const { no } = await overdueRequest(district);
  expect((await queue(duty)).items).toEqual([]);
  district.at('2026-11-10T09:00');
  expect(await queue(duty)).toMatchObject({
    order: ['past_statutory', 'vulnerable', 'days_overdue', 'returns'],
    items: [{ request: { no, light: 'red' }, pastStatutory: false, daysOverdue: 1 }],
    counts: { waiting: 1, mine: 0, others: 0, snoozed: 0, capped: false },
  });
  await duty.put(`/v1/requests/${no}/snooze`, { until: '2026-11-10T03:00:00Z' });
  expect(await queue(duty)).toMatchObject({ items: [], counts: { waiting: 0, snoozed: 1 } });
  // Put off for one person, not for the district.
  expect((await queue(district.as('administrator'))).items).toHaveLength(1);
  district.at('2026-11-10T11:00');
  expect((await queue(duty)).items).toHaveLength(1);
});

test('what others have claimed is left out when asked, and counted', async () => {
  const district = await openDistrict('2026-11-02T09:00');
  const [centre, duty] = [district.as('administrator'), district.as('duty')];
  const first = await overdueRequest(district);
  const second = await overdueRequest(district);
  district.at('2026-11-10T09:00');
  await centre.put(`/v1/requests/${first.no}/claim`);
  expect((await queue(duty)).items.map(({ request }) => request.claim?.by ?? null)).toEqual(['王磊', null]);
  expect((await queue(duty, '?free=true')).items.map(({ request }) => request.no)).toEqual([second.no]);
  expect((await queue(duty)).counts).toMatchObject({ waiting: 2, mine: 0, others: 1 });
  expect((await queue(centre)).counts).toMatchObject({ waiting: 2, mine: 1, others: 0 });
});

interface Row {
  daysAgo: number;
  statutoryDaysMore: number;
  vulnerable: boolean;
  returns: number;
  isPaused: boolean;
}

const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    daysAgo: fc.integer({ min: -3, max: 12 }),
    statutoryDaysMore: fc.integer({ min: 0, max: 6 }),
    vulnerable: fc.boolean(),
    returns: fc.integer({ min: 0, max: 2 }),
    isPaused: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

const DAY_MS = 86_400_000;

test('the order is the rule, whatever there is, and pages neither repeat nor pass over', async () => {
  const district = await openDistrict('2026-11-25T09:00');
  const { db, clock } = district.services;
  const duty = district.as('duty');
  const nos: string[] = [];
  for (let at = 0; at < 12; at += 1) nos.push((await district.as('administrator').file()).no);
  const now = clock.now();
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 5 }), async (wanted, limit) => {
      await db.updateTable('requests').set({ state: 'closed', paused_since: null }).execute();
      const expected: (Row & { no: string; due: Date; statutory: Date })[] = [];
      for (const [at, row] of wanted.entries()) {
        const no = nos[at] ?? '';
        const due = new Date(Date.parse('2026-11-24T16:00:00Z') - row.daysAgo * DAY_MS);
        const statutory = new Date(due.valueOf() + row.statutoryDaysMore * DAY_MS);
        await db
          .updateTable('requests')
          .set({
            state: row.isPaused ? 'suspended' : 'in_progress',
            paused_since: row.isPaused ? new Date(due.valueOf() + DAY_MS) : null,
            promised_due_at: due,
            statutory_due_at: statutory,
            yellow_at: due,
            vulnerable: row.vulnerable,
            returns: row.returns,
          })
          .where('no', '=', no)
          .execute();
        if (due <= now) expected.push({ ...row, no, due, statutory });
      }
      const past = (row: (typeof expected)[number]) =>
        row.statutory <= (row.isPaused ? new Date(row.due.valueOf() + DAY_MS) : now);
      const keys = (row: (typeof expected)[number]) => [
        past(row) ? 0 : 1,
        row.vulnerable ? 0 : 1,
        row.due.valueOf(),
        -row.returns,
      ];
      const shown: TriageItem[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: TriagePage = await queue(
          duty,
          `?limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        shown.push(...page.items);
        cursor = page.next;
      }
      expect(shown.map(({ request }) => request.no).toSorted()).toEqual(
        expected.map(({ no }) => no).toSorted(),
      );
      const byNo = new Map(expected.map((row) => [row.no, row]));
      const shownKeys = shown.map(({ request }) => keys(byNo.get(request.no) as (typeof expected)[number]));
      expect(shownKeys).toEqual(shownKeys.toSorted(compare));
      for (const item of shown)
        expect(item.pastStatutory).toBe(past(byNo.get(item.request.no) as (typeof expected)[number]));
    }),
    { numRuns: 25 },
  );
});

function compare(a: number[], b: number[]): number {
  for (const [at, one] of a.entries()) if (one !== b[at]) return one - (b[at] ?? 0);
  return 0;
}

test('the card suggests by its rule, and says what else its unit has', async () => {
  const district = await openDistrict('2026-11-02T09:00');
  const duty = district.as('duty');
  const text = { title: '北门路灯不亮', body: '小区北门三盏路灯坏了两周,晚上看不见路。' };
  const first = await overdueRequest(district, text);
  const second = await overdueRequest(district, text);
  const elsewhere = await overdueRequest(district, { title: '楼道堆物', body: '三单元楼道里堆满纸箱。' });
  district.at('2026-11-10T09:00');
  const card = async () => (await duty.get<TriageCard>(`/v1/triage/${second.no}`)).body;
  expect(await card()).toMatchObject({
    suggestions: [{ action: 'remind' }, { action: 'merge', into: first.no }],
    unit: { overdue: 3, today: null },
    snoozedUntil: null,
  });
  expect((await card()).similar.map(({ no }) => no)).toEqual([first.no]);
  const similar = await duty.get<Page<RequestSummary>>(`/v1/requests/${elsewhere.no}/similar`);
  expect(similar.body.items).toEqual([]);
  await duty.act(second.no, 'remind');
  expect((await card()).suggestions.map(({ action }) => action)).toEqual(['merge']);
  // The next day, past the statutory deadline: remind again, and supervise until somebody has.
  district.at('2026-11-20T09:00');
  expect((await card()).suggestions.map(({ action }) => action)).toEqual(['supervise', 'remind', 'merge']);
  await duty.act(second.no, 'supervise', { reason: '超法定时限' });
  expect((await card()).suggestions.map(({ action }) => action)).toEqual(['remind', 'merge']);
  // In the night of that Friday a reminder waits for Monday, and nothing more is to be done.
  district.at('2026-11-20T22:00');
  await duty.act(second.no, 'remind');
  expect(await card()).toMatchObject({
    suggestions: [{ action: 'merge' }],
    reminderWaitsUntil: '2026-11-23T00:30:00.000Z',
  });
});
