import type { Approval, Problem } from '@district/contract/types.ts';
import { expect, test } from 'vitest';
import { openDistrict } from '../harness/district.ts';

async function assigned(time = '2026-11-25T09:00') {
  const district = await openDistrict(time);
  const duty = district.as('duty');
  const { no } = await duty.file();
  await duty.act(no, 'accept');
  await duty.act(no, 'assign', { to: 'agency:urban_management' });
  return { district, duty, no };
}

test('a wrong dispatch is taken back: the clock has not started, and the timeline keeps both', async () => {
  const { district, duty, no } = await assigned();
  const { request } = await duty.act(no, 'undo', { remark: '派错了' });
  expect(request).toMatchObject({ state: 'accepted', lead: null, promisedDueAt: null });
  expect((await district.as('urban').get(`/v1/requests/${no}`)).status).toBe(404);
  const { timeline, actions } = await duty.show(no);
  expect(timeline.slice(-2)).toMatchObject([
    { action: 'assign', phase: 'done', public: false },
    { action: 'undo', phase: 'done', from: 'assigned', to: 'accepted', text: '派错了', public: false },
  ]);
  expect(actions).toContain('assign');
  expect(actions).not.toContain('undo');
});

test('what the resident was told, what was followed by something, and what somebody else did stays', async () => {
  const { district, duty, no } = await assigned();
  const urban = district.as('urban');
  const why = async (person: 'duty' | 'urban') => (await district.as(person).try<Problem>(no, 'undo')).body;
  // The centre's dispatch is not the agency's to take back.
  expect(await why('urban')).toMatchObject({ code: 'forbidden', reason: 'not_your_step' });
  await urban.act(no, 'sign');
  // The sign-off followed the dispatch; the centre takes back the sign-off, and then nothing more.
  expect((await duty.act(no, 'undo')).request).toMatchObject({ state: 'assigned' });
  expect(await why('duty')).toMatchObject({ code: 'transition_closed', reason: 'step_to_undo' });
  await urban.act(no, 'sign');
  await urban.act(no, 'request_correction', { reason: '缺照片' });
  expect(await why('duty')).toMatchObject({ code: 'transition_closed', reason: 'step_to_undo' });
});

test('an approval is taken back by whoever asked for it, while nobody has decided', async () => {
  const { district, no } = await assigned();
  const urban = district.as('urban');
  await urban.act(no, 'sign');
  const { approval } = await urban.act(no, 'resolve', { reply: '已修' });
  const { request } = await urban.act(no, 'undo');
  expect(request).toMatchObject({ state: 'in_progress', openApproval: null });
  const read = async (id: string) => (await district.as('duty').get<Approval>(`/v1/approvals/${id}`)).body;
  expect(await read(approval?.id ?? '')).toMatchObject({
    state: 'taken_back',
    decidedBy: '赵明',
    actions: [],
  });
  // Asked again and granted, there is no way back: the resident has the answer.
  const again = await urban.act(no, 'resolve', { reply: '已修好' });
  const granted = await district
    .as('duty')
    .post(`/v1/approvals/${again.approval?.id}/grant`, {}, { 'if-match': '*' });
  expect(granted.status).toBe(200);
  expect((await urban.try<Problem>(no, 'undo')).body).toMatchObject({ code: 'transition_closed' });
});
