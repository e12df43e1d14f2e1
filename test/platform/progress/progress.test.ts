import type { Page, ProgressGrid, ProgressPage, ProgressTrend } from '@district/contract/types.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { insertMany } from '../../../platform/sandbox/insert.ts';
import { type District, openDistrict, type Person } from '../harness/district.ts';

/** Ten working days, half of them over on the morning of the 25th. */
const DATES = { start_date: '2026-11-18', due_date: '2026-12-01' };
const STREET = '320302004000';

interface Entered {
  region: string;
  dataset?: string;
  target: number;
  /** Added a day from the 18th on. */
  added: readonly number[];
  accuracy?: number;
}

const DAYS = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25'];

async function enter({ services }: District, tasks: readonly Entered[]): Promise<void> {
  await services.db.transaction().execute(async (transaction) => {
    const places = tasks.map(({ region, dataset = 'person' }) => ({
      district: region.slice(0, 6),
      region,
      dataset,
      street: `${region.slice(0, 9)}000`,
    }));
    await insertMany(
      transaction,
      'entry_tasks',
      places.map((place, at) => ({
        ...place,
        target: tasks[at]?.target ?? 0,
        target_source_zh: '公安登记',
        ...DATES,
      })),
    );
    const counts = places.flatMap((place, at) =>
      (tasks[at]?.added ?? []).map((entered, day) => {
        const accurate = Math.round(entered * (tasks[at]?.accuracy ?? 1));
        return { ...place, date: DAYS[day], entered, complete: entered, accurate, on_time: entered };
      }),
    );
    await insertMany(transaction, 'entry_counts', counts);
    const states = new Set(places.flatMap(({ region, street }) => [region, street]));
    await insertMany(
      transaction,
      'rollout',
      [...states].map((region) => ({
        district: region.slice(0, 6),
        region,
        street: `${region.slice(0, 9)}000`,
        state: 'entering',
        since: '2026-11-01',
      })),
    );
  });
}

describe('progress', () => {
  let district: District;
  beforeEach(async () => {
    district = await openDistrict('2026-11-25T09:00');
    await enter(district, [
      // On its line, then two days without anything: behind since the first of them.
      { region: '320302004001', target: 100, added: [10, 10, 10, 0, 0] },
      { region: '320302004002', target: 300, added: [40, 40, 40, 40, 40] },
      { region: '320302004001', dataset: 'household', target: 40, added: [4, 4, 4, 4, 4] },
      { region: '320302002001', target: 100, added: [20, 20, 20, 20, 10], accuracy: 0.8 },
      { region: '320303001001', target: 100, added: [1] },
    ]);
  });

  const list = async (person: Person, query: string) =>
    (await district.as(person).get<ProgressPage>(`/v1/progress?${query}`)).body.items;

  test('adds communities up to a street, each dataset by itself with its unit', async () => {
    const rows = await list('administrator', `by=street&region=${STREET}`);
    expect(
      rows.map(({ dataset, unit, entered, target }) => [dataset.id, unit.nameZh, entered, target]),
    ).toEqual([
      ['person', '人', 230, 400],
      ['household', '户', 20, 40],
    ]);
    expect(rows[0]).toMatchObject({
      region: { code: STREET, name: '牌楼街道' },
      state: 'entering',
      coverage: 0.575,
      expected: 0.5,
      gap: 7.5,
      accuracy: 1,
      verdict: 'on_track',
      behindSince: null,
      targetSourceZh: '公安登记',
      pace: 46,
      paceNeeded: 34,
      startDate: '2026-11-18',
      dueDate: '2026-12-01',
    });
  });

  test('says who is behind, since when, and when it would be done', async () => {
    const rows = await list('administrator', 'by=community&behind=true');
    expect(
      rows.map(({ region, verdict, gap, behindSince }) => [region.code, verdict, gap, behindSince]),
    ).toEqual([
      ['320302002001', 'fast_and_wrong', 40, '2026-11-18'],
      ['320302004001', 'behind', -20, '2026-11-23'],
    ]);
    // 70 left at 6 a working day: the twelfth from today.
    expect(rows[1]).toMatchObject({ pace: 6, forecastAt: '2026-12-10' });
  });

  test('a day counts when it is over, and a weekend expects nothing more', async () => {
    const [first] = await list('administrator', `by=street&region=${STREET}&dataset=household`);
    district.at('2026-11-27T23:59');
    const [friday] = await list('administrator', `by=street&region=${STREET}&dataset=household`);
    district.at('2026-11-29T12:00');
    const [sunday] = await list('administrator', `by=street&region=${STREET}&dataset=household`);
    expect([first?.expected, friday?.expected, sunday?.expected]).toEqual([0.5, 0.7, 0.8]);
    expect(first?.verdict).toBe('on_track');
    expect(sunday).toMatchObject({ verdict: 'behind', behindSince: '2026-11-25' });
  });

  test('each sees the own subtree, and outside of it nothing exists', async () => {
    const places = async (person: Person) => [
      ...new Set((await list(person, 'by=community')).map(({ region }) => region.code)),
    ];
    expect(await places('city')).toHaveLength(4);
    expect(await places('administrator')).toEqual(['320302002001', '320302004001', '320302004002']);
    expect(await places('street')).toEqual(['320302004001', '320302004002']);
    expect(await places('community')).toEqual(['320302004001']);
    expect(await places('yunlong')).toEqual(['320303001001']);
    for (const path of ['', '/grid', '/trend']) {
      for (const region of ['320303000000', '320302000000', '320302002000', '320302004099']) {
        const url = `/v1/progress${path}?region=${region}${path === '/trend' ? '&dataset=person' : ''}`;
        const { status, body } = await district.as('street').get<{ code: string; detail: string }>(url);
        expect([status, body.code], url).toEqual([404, 'not_found']);
        expect(body.detail).toContain(`no region ${region} within your own, 320302004000 牌楼街道`);
      }
    }
  });

  test('what cannot be asked is refused with what can', async () => {
    const desk = district.as('community');
    const misspelt = await desk.get<{ detail: string; fields: unknown[] }>('/v1/progress?dataset=persn');
    expect(misspelt.status).toBe(422);
    expect(misspelt.body.detail).toBe('There is no dataset "persn": did you mean person?');
    expect(misspelt.body.fields).toMatchObject([{ path: 'dataset', suggestion: 'person' }]);
    expect((await desk.get('/v1/progress?by=village')).status).toBe(422);
    expect((await desk.get('/v1/progress?by=street')).status).toBe(422);
    expect((await desk.get('/v1/progress?cursor=x')).status).toBe(400);
    expect((await district.anyone.get('/v1/progress')).status).toBe(401);
  });

  test('the grid puts the worst first and keeps datasets apart', async () => {
    const { body } = await district.as('administrator').get<ProgressGrid>('/v1/progress/grid');
    expect(body.rows.map(({ region, verdict, accuracy }) => [region.name, verdict, accuracy])).toEqual([
      ['丰财街道', 'fast_and_wrong', 0.8],
      ['牌楼街道', 'on_track', 1],
    ]);
    expect(body.datasets).toHaveLength(9);
    expect(body.rows[1]?.cells.map(({ dataset }) => dataset)).toEqual(['person', 'household']);
    const below = await district.as('administrator').get<ProgressGrid>(`/v1/progress/grid?region=${STREET}`);
    expect(below.body.rows.map(({ region, verdict }) => [region.code, verdict])).toEqual([
      ['320302004001', 'behind'],
      ['320302004002', 'on_track'],
    ]);
  });

  test('the trend shows each finished working day, and what today added only in the figures', async () => {
    await district.services.db
      .insertInto('entry_counts')
      .values({
        ...{ district: '320302', region: '320302004001', street: STREET, dataset: 'household' },
        ...{ date: '2026-11-25', entered: 2, complete: 2, accurate: 2, on_time: 2 },
      })
      .execute();
    const url = `/v1/progress/trend?dataset=household&region=${STREET}&days=2`;
    const { body } = await district.as('street').get<ProgressTrend>(url);
    expect(body.points).toEqual([
      { date: '2026-11-23', entered: 16, actual: 0.4, expected: 0.4, accuracy: 1 },
      { date: '2026-11-24', entered: 20, actual: 0.5, expected: 0.5, accuracy: 1 },
    ]);
    const [row] = await list('street', 'dataset=household');
    expect(row).toMatchObject({ entered: 22, pace: 4 });
  });

  test('pages without a row twice or none', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await district
        .as('city')
        .get<Page<ProgressPage['items'][number]>>(`/v1/progress?by=community&limit=2${cursor}`);
      seen.push(...page.body.items.map(({ region, dataset }) => `${region.code} ${dataset.id}`));
      if (page.body.next === null) break;
      cursor = `&cursor=${page.body.next}`;
    }
    expect(seen).toEqual([
      '320302002001 person',
      '320302004001 person',
      '320302004001 household',
      '320302004002 person',
      '320303001001 person',
    ]);
  });
});
