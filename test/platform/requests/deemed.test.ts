import type { Page, Problem, PublicProgress, ServiceItem } from '@district/contract/types.ts';
import { expect, test } from 'vitest';
import { deemAccepted } from '../../../platform/requests/deem-accepted.ts';
import { openDistrict } from '../harness/district.ts';

/** Filed on a Wednesday morning: five working days end on the Wednesday after, at 24:00. */
async function licensing() {
  const district = await openDistrict('2026-11-25T09:00');
  const duty = district.as('duty');
  const { body } = await duty.get<Page<ServiceItem>>('/v1/items?limit=200');
  const item = body.items.find(({ clockStart }) => clockStart === 'acceptance');
  const { no } = await duty.file({ item: item?.id ?? '' });
  return { district, duty, no };
}

test('licensing that nobody accepted or had corrected in five days counts as accepted from the day it was filed', async () => {
  const { district, duty, no } = await licensing();
  expect(await duty.show(no)).toMatchObject({ acceptBy: '2026-12-02T16:00:00.000Z' });
  district.at('2026-12-02T23:59');
  expect(await deemAccepted(district.services)).toBe(0);
  expect((await duty.show(no)).actions).toContain('request_correction');
  district.at('2026-12-03T00:00');
  const late = await duty.try<Problem>(no, 'request_correction', { reason: '缺材料' });
  expect(late.body).toMatchObject({ code: 'transition_closed', reason: 'in_time_to_correct' });
  expect(await deemAccepted(district.services)).toBe(1);
  expect(await deemAccepted(district.services)).toBe(0);
  const detail = await duty.show(no);
  expect(detail).toMatchObject({ state: 'accepted', clock: { startedAt: '2026-11-25T01:00:00.000Z' } });
  expect(detail.timeline.at(-1)).toMatchObject({ action: 'accept', phase: 'deemed', by: null, public: true });
  expect(detail.timeline.at(-1)?.text).toContain('行政许可法第三十二条');
  const { body } = await district.anyone.post<PublicProgress>('/v1/public/requests/look-up', {
    no,
    phoneLast4: '1234',
  });
  expect(body.timeline.at(-1)).toMatchObject({ action: 'accept', to: 'accepted' });
});

test('correction asked in time keeps it open, and can be asked for once only', async () => {
  const { district, duty, no } = await licensing();
  await duty.act(no, 'request_correction', { reason: '缺身份证明' });
  await duty.act(no, 'submit_correction');
  const again = await duty.try<Problem>(no, 'request_correction', { reason: '还缺' });
  expect(again.body).toMatchObject({ reason: 'correction_not_yet_asked' });
  district.at('2026-12-10T09:00');
  expect(await deemAccepted(district.services)).toBe(0);
  expect((await duty.show(no)).state).toBe('submitted');
});
