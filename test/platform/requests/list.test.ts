import type { Page, RequestSummary } from '@district/contract/types.ts';
import { describe, expect, test } from 'vitest';
import { openDistrict } from '../harness/district.ts';

describe('the list of requests', () => {
  test('takes one query for permission and one for the page', async () => {
    const district = await openDistrict();
    await district.as('administrator').file();
    district.queries.length = 0;
    await district.as('administrator').list('is:open 路灯');
    const ofTheRoute = district.queries.filter((sql) => !/from "?events/.test(sql));
    expect(ofTheRoute.map((sql) => /from "?(\w+)/.exec(sql)?.[1])).toEqual(['tokens', 'requests']);
  });

  test('pages through everything once, tightest first, finished last', async () => {
    const district = await openDistrict('2026-11-02T09:00');
    const centre = district.as('administrator');
    const numbers: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      district.at(`2026-11-02T09:0${i}`);
      const { no } = await centre.file();
      numbers.push(no);
      if (i === 3) await centre.act(no, 'withdraw', { reason: '不用了' });
      if (i > 4) {
        await centre.act(no, 'accept');
        await centre.act(no, 'assign', { to: 'agency:housing' });
      }
    }
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = (await centre.get<Page<RequestSummary>>(`/v1/requests?limit=2${cursor}`)).body;
      seen.push(...page.items.map((request) => request.no));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(seen.toSorted()).toEqual(numbers.toSorted());
    expect(seen.slice(0, 2).toSorted()).toEqual(numbers.slice(5));
    expect((await centre.get('/v1/requests?cursor=nonsense')).status).toBe(400);
  });

  test('lights and overdue follow the clock', async () => {
    const district = await openDistrict('2026-11-02T09:00');
    const centre = district.as('administrator');
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:urban_management' });
    const at = async (time: string) => {
      district.at(time);
      const light = (await centre.show(no)).light;
      const found = await Promise.all(
        ['is:overdue', 'is:overdue-statutory', 'is:due-today', `light:${light}`].map(
          async (q) => (await centre.list(q)).length,
        ),
      );
      return [light, ...found];
    };
    expect(await at('2026-11-06T18:00')).toEqual(['green', 0, 0, 0, 1]);
    expect(await at('2026-11-09T18:00')).toEqual(['yellow', 0, 0, 1, 1]);
    expect(await at('2026-11-10T00:00')).toEqual(['red', 1, 0, 0, 1]);
    expect(await at('2026-11-17T00:00')).toEqual(['red', 1, 1, 0, 1]);
  });

  test('finds Chinese words of any length in the text, and not across words', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    await centre.file({ title: '路灯不亮', body: '北门三盏路灯坏了。老人摔倒' });
    await centre.file({ title: '电梯停运', body: 'A3栋电梯停运三天' });
    const found = async (q: string) => (await centre.list(q)).map((request) => request.title);
    expect(await found('路灯')).toEqual(['路灯不亮']);
    expect(await found('梯')).toEqual(['电梯停运']);
    expect(await found('a3栋')).toEqual(['电梯停运']);
    expect(await found('了老')).toEqual([]);
    expect(await found('路灯 老人')).toEqual(['路灯不亮']);
    expect(await found('-路灯')).toEqual(['电梯停运']);
    expect(await found('「」')).toEqual([]);
  });

  test('each word of the filter finds what it says', async () => {
    const district = await openDistrict('2026-11-25T09:00');
    const centre = district.as('administrator');
    await centre.file({ region: '320302004001', source: 'window', vulnerable: true });
    await centre.file({ region: '320302001002' });
    district.at('2026-11-25T20:00');
    const expected: Record<string, number> = {
      'region:3203': 2,
      'district:320302': 2,
      'street:320302004': 1,
      'community:320302004001': 1,
      'category:property': 0,
      'item:street_light_repair': 2,
      'source:window': 1,
      'to:none': 2,
      'to:agency:housing': 0,
      'state:submitted -source:window': 1,
      'age:>1d': 0,
      'age:<1d': 2,
      'submitted:2026-11-25': 2,
      'due:<2027-01-01': 0,
      'returns:>=1': 0,
      'is:vulnerable': 1,
    };
    for (const [q, count] of Object.entries(expected)) expect(await centre.list(q), q).toHaveLength(count);
  });

  test('never shows a whole name, phone or door number', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const { no } = await centre.file();
    const detail = await centre.show(no);
    expect(detail.applicant).toEqual({ name: '张**', phone: '138****1234', identity: null });
    expect(detail.place.address).toBe('民主路**号*号楼');
    expect(JSON.stringify(await centre.list(''))).not.toMatch(/张|1380000/);
  });
});
