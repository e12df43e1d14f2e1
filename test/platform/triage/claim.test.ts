import type { RequestSummary } from '@district/contract/types.ts';
import { describe, expect, test } from 'vitest';
import { openDistrict } from '../harness/district.ts';

describe('a claim', () => {
  test('one person has it; the second is shown who, and two at once leave one winner', async () => {
    const district = await openDistrict('2026-11-25T09:00');
    const [centre, duty] = [district.as('administrator'), district.as('duty')];
    const { no } = await centre.file();
    const address = `/v1/requests/${no}/claim`;
    const answers = await Promise.all([
      centre.put<RequestSummary & { claim: { by: string }; code?: string; detail?: string }>(address),
      duty.put<RequestSummary & { claim: { by: string }; code?: string; detail?: string }>(address),
    ]);
    const [won] = answers.filter(({ status }) => status === 200);
    const [lost] = answers.filter(({ status }) => status === 409);
    expect(won?.body.claim).toMatchObject({
      mine: true,
      since: '2026-11-25T01:00:00.000Z',
      until: '2026-11-25T05:00:00.000Z',
    });
    expect(lost?.body).toMatchObject({
      code: 'already_claimed',
      claim: { by: won?.body.claim.by, mine: false },
    });
    expect(lost?.body.detail).toContain(won?.body.claim.by ?? '?');
    expect((await duty.list('is:claimed')).map((one) => one.no)).toEqual([no]);
    // A claim is nothing that happened to the request: what others hold in their hands stays good.
    expect(await centre.show(no)).toMatchObject({ version: 1, timeline: [{ action: 'create' }] });
  });

  test('lapses by the clock, is given back, and an administrator frees what somebody left', async () => {
    const district = await openDistrict('2026-11-25T09:00');
    const [centre, duty, city] = [district.as('administrator'), district.as('duty'), district.as('city')];
    const { no } = await centre.file();
    const address = `/v1/requests/${no}/claim`;
    await centre.put(address);
    district.at('2026-11-25T12:59');
    expect((await duty.put(address)).status).toBe(409);
    expect((await duty.delete<{ code: string }>(address)).body.code).toBe('already_claimed');
    district.at('2026-11-25T13:00');
    expect((await centre.show(no)).claim).toBeNull();
    expect(await duty.put<RequestSummary>(address)).toMatchObject({ body: { claim: { by: '陈晨' } } });
    expect((await city.delete<RequestSummary>(address)).body.claim).toBeNull();
    expect(await duty.list('is:claimed')).toEqual([]);
    // Free already: nothing to do, and no refusal.
    expect((await duty.delete(address)).status).toBe(200);
  });

  test('of what is finished there is none', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const { no } = await centre.file();
    await centre.put(`/v1/requests/${no}/claim`);
    await centre.act(no, 'decline', { reason: '不属受理范围' });
    expect((await centre.show(no)).claim).toBeNull();
    const again = await centre.put<{ code: string }>(`/v1/requests/${no}/claim`);
    expect(again).toMatchObject({ status: 409, body: { code: 'transition_closed' } });
  });
});

describe('an internal note', () => {
  test('stands on the timeline, and the resident never sees it', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const { no } = await centre.file();
    const noted = await centre.post<RequestSummary>(`/v1/requests/${no}/notes`, { text: '社区说是物业的灯' });
    expect(noted.body.version).toBe(2);
    expect((await centre.show(no)).timeline.at(-1)).toMatchObject({
      action: 'note',
      text: '社区说是物业的灯',
      public: false,
      by: { name: '王磊' },
    });
    const seen = await district.anyone.post<{ timeline: { action: string }[] }>(
      '/v1/public/requests/look-up',
      { no, phoneLast4: '1234' },
    );
    expect(seen.status).toBe(200);
    expect(JSON.stringify(seen.body)).not.toContain('物业');
  });
});

describe('a snooze', () => {
  test('is refused in the past and beyond three days', async () => {
    const district = await openDistrict('2026-11-25T09:00');
    const centre = district.as('administrator');
    const { no } = await centre.file();
    const put = (until: string) => centre.put<{ detail?: string }>(`/v1/requests/${no}/snooze`, { until });
    expect(await put('2026-11-25T00:59:00Z')).toMatchObject({ status: 422 });
    const late = await put('2026-11-28T01:00:01Z');
    expect(late.body.detail).toContain('72 hours');
    expect(await put('2026-11-28T01:00:00Z')).toMatchObject({ status: 200 });
  });
});
