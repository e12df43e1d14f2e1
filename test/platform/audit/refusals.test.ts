import { describe, expect, test } from 'vitest';
import { hashToken } from '../../../platform/access/tokens.ts';
import { type District, openDistrict } from '../harness/district.ts';

/** Refusals in the audit as `who action object code count`, oldest first. */
async function refused({ services }: District): Promise<string[]> {
  await services.audit.refusals.flush();
  const rows = await services.db
    .selectFrom('audit')
    .select(['operator_name', 'action', 'object', 'code', 'count'])
    .where('outcome', '=', 'refused')
    .orderBy('at')
    .orderBy('count')
    .orderBy('object')
    .execute();
  return rows.map((row) => [row.operator_name ?? '-', row.action, row.object, row.code, row.count].join(' '));
}

describe('a refusal is entered', () => {
  test('for want of a right, with who, from where and under which id', async () => {
    const district = await openDistrict();
    const { no } = await district.as('duty').file();
    const answer = await district.as('street').try(no, 'accept');
    expect(answer.status).toBe(403);
    expect(await refused(district)).toEqual([`何军 requests.accept ${no} forbidden 1`]);
    const row = await district.services.db
      .selectFrom('audit')
      .selectAll()
      .where('outcome', '=', 'refused')
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      district: '320302',
      operator_role: 'street_operator',
      operator_region: '320302004',
      http_request_id: answer.headers.get('x-request-id'),
    });
    expect(row.bearer_id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('when a thing is there, but not for whoever asks; a number that is none is not', async () => {
    const district = await openDistrict();
    const { no } = await district.as('duty').file();
    const yunlong = district.as('yunlong');
    expect((await yunlong.get(`/v1/requests/${no}`)).status).toBe(404);
    expect((await yunlong.get('/v1/requests/GL261125-9999')).status).toBe(404);
    expect((await district.as('duty').get('/v1/approvals/0199e7a0-0000-7000-8000-000000000000')).status).toBe(
      404,
    );
    await expect.poll(() => refused(district)).toEqual([`高洁 requests.get ${no} not_found 1`]);
    const { district: chain } = await district.services.db
      .selectFrom('audit')
      .select('district')
      .where('outcome', '=', 'refused')
      .executeTakeFirstOrThrow();
    expect(chain).toBe('320303');
  });

  test('when the bearer was known and is over; one that never was is not', async () => {
    const district = await openDistrict();
    await district.services.db
      .updateTable('tokens')
      .set({ ended_at: new Date('2026-11-25T08:00:00+08:00') })
      .where('hash', '=', hashToken('duty'))
      .execute();
    expect((await district.as('duty').get('/v1/requests')).status).toBe(401);
    const unknown = { headers: { authorization: 'Bearer never' } };
    expect((await district.app.request('/v1/requests', unknown)).status).toBe(401);
    expect(await refused(district)).toEqual(['陈晨 requests.list /v1/requests session_ended 1']);
  });

  test('without what somebody wrote into the address', async () => {
    const district = await openDistrict();
    await district.as('idle').get('/v1/requests/13911112222');
    expect(await refused(district)).toEqual(['曹新 requests.get /v1/requests/{no} forbidden 1']);
  });
});

describe('a flood of refusals', () => {
  test('of one kind is two entries a minute: the first at once, the rest counted', async () => {
    const district = await openDistrict('2026-11-25T09:00');
    for (let n = 0; n < 50; n += 1) await district.as('idle').get('/v1/requests');
    await expect.poll(() => countRefused(district)).toBe(1);
    district.at('2026-11-25T09:01');
    await district.as('idle').get('/v1/requests');
    expect(await refused(district)).toEqual([
      '曹新 requests.list /v1/requests forbidden 1',
      '曹新 requests.list /v1/requests forbidden 1',
      '曹新 requests.list /v1/requests forbidden 49',
    ]);
  });

  test('of many kinds and from many bearers stays within a bound, and every one is counted', async () => {
    const district = await openDistrict();
    const { refusals } = district.services.audit;
    const FLOOD = 5_000;
    for (let n = 0; n < FLOOD; n += 1) {
      const actor = { operator: null, bearer: null, address: `10.0.${n % 50}.1`, requestId: String(n) };
      refusals.note({ actor, action: 'requests.list', object: `/v1/${n}`, code: 'rate_limited' });
    }
    const rows = await refused(district);
    expect(rows.length).toBeLessThanOrEqual(120);
    expect(rows.reduce((sum, row) => sum + Number(row.split(' ').at(-1)), 0)).toBe(FLOOD);
  });
});

async function countRefused({ services }: District): Promise<number> {
  const rows = await services.db.selectFrom('audit').select('id').where('outcome', '=', 'refused').execute();
  return rows.length;
}
