import type { CreateNotice, NoticeDetail, NoticeSummary, Problem } from '@district/contract/types.ts';
import { beforeEach, expect, test } from 'vitest';
import { type Answer, type District, openDistrict, type Person } from '../harness/district.ts';
import { HERE, settle, THERE } from './residents.ts';

const NOTICE = {
  title: '停水通知',
  body: '因供水主管抢修,今晚二十点至次日六点停水,请提前储水,恢复后先放水再饮用。',
  audience: { regions: ['320302000000'] },
} satisfies CreateNotice;

let district: District;
beforeEach(async () => {
  district = await openDistrict();
  await settle(district.services.db);
});

function push<T = NoticeDetail>(person: Person, over: Partial<CreateNotice> = {}): Promise<Answer<T>> {
  return district.as(person).post<T>('/v1/notices', { ...NOTICE, ...over });
}

function act<T = NoticeDetail>(
  person: Person,
  no: string,
  action: string,
  body: object = {},
): Promise<Answer<T>> {
  return district.as(person).post<T>(`/v1/notices/${no}/actions/${action}`, body, { 'if-match': '*' });
}

test('it is stored, counted in persons and households, numbered, and says who may approve it', async () => {
  const { status, body } = await push('administrator', { channels: ['inbox', 'site'] });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    no: 'TZ-GL261125-0001',
    state: 'pending_approval',
    author: '王磊',
    approver: null,
    counts: { persons: 60, households: 20, total: 0 },
    approvers: [
      { name: '李娜', role: 'approver' },
      { name: '周敏', role: 'city_administrator' },
      { name: '许康', role: 'province_administrator' },
    ],
    actions: ['recall'],
    version: 2,
  });
  expect(body.timeline.map(({ action, by }) => `${action} ${by}`)).toEqual(['create 王磊', 'submit 王磊']);
  const audit = await district.services.db
    .selectFrom('audit')
    .select(['action', 'object'])
    .orderBy('id')
    .execute();
  expect(audit.map(({ action }) => action).toSorted()).toEqual(['notices.create', 'notices.submit']);
});

test('whoever publishes does not approve, whatever role they sign in with', async () => {
  const { body: own } = await push('administrator');
  const refused = await act<Problem>('administrator', own.no, 'approve');
  expect(refused).toMatchObject({ status: 403, body: { code: 'own_notice' } });
  expect(refused.body.detail).toContain('whoever publishes does not approve');
  const { db } = district.services;
  // The same person, given another post.
  await db.updateTable('operators').set({ role: 'approver' }).where('id', '=', 'administrator').execute();
  expect(await act('administrator', own.no, 'approve')).toMatchObject({
    status: 403,
    body: { code: 'own_notice' },
  });
  expect(await act('approver', own.no, 'approve')).toMatchObject({
    status: 200,
    body: { state: 'approved', approver: '李娜' },
  });
});

test('a second approver sees who was first', async () => {
  const { body } = await push('street', { audience: { regions: [HERE] } });
  expect((await act('approver', body.no, 'approve')).status).toBe(200);
  expect(await act('administrator', body.no, 'approve')).toMatchObject({
    status: 409,
    body: {
      code: 'transition_closed',
      current: { state: 'approved', changedBy: '李娜', lastAction: 'approve' },
    },
  });
});

test('a refusal needs a reason, makes it a draft again, and the draft can be submitted once more', async () => {
  const { body } = await push('administrator');
  expect(await act('approver', body.no, 'refuse')).toMatchObject({ status: 422, body: { code: 'invalid' } });
  const refused = await act('approver', body.no, 'refuse', { reason: '时间写错了' });
  expect(refused.body).toMatchObject({ state: 'draft' });
  expect(refused.body.timeline.at(-1)).toMatchObject({ action: 'refuse', by: '李娜', text: '时间写错了' });
  expect((await act('administrator', body.no, 'submit')).body.state).toBe('pending_approval');
});

test('a near duplicate to some of the same people is stopped with the other one’s number', async () => {
  const { body } = await push('administrator');
  const again = await push<Problem>('street', {
    body: `${NOTICE.body}谢谢!`,
    audience: { regions: [HERE] },
  });
  expect(again).toMatchObject({
    status: 409,
    body: {
      code: 'near_duplicate',
      duplicate: { no: body.no, title: '停水通知', state: 'pending_approval' },
    },
  });
  expect(again.body.detail).toContain(body.no);
  // Another text, an exercise, other people, or after a week: none of these repeats it.
  expect(
    (await push('street', { title: '疫苗接种', body: '请到社区预约接种。', audience: { regions: [HERE] } }))
      .status,
  ).toBe(201);
  expect((await push('administrator', { exercise: true })).status).toBe(201);
  district.at('2026-12-03T09:00');
  expect((await push('administrator')).status).toBe(201);
});

test('two communities may say the same to their own', async () => {
  expect((await push('administrator', { audience: { regions: [HERE] } })).status).toBe(201);
  expect((await push('administrator', { audience: { regions: [THERE] } })).status).toBe(201);
  expect((await push('administrator', { audience: { regions: ['320302004000'] } })).status).toBe(409);
});

test('of two operators who push the same at once exactly one gets through, time after time', async () => {
  for (let round = 0; round < 10; round += 1) {
    // No two rounds share a pair of characters.
    const body = String.fromCodePoint(
      ...Array.from({ length: 20 }, (_, at) => 0x4e00 + round * 100 + at * 2),
    );
    const wishes = (['administrator', 'street', 'community'] as const).map((person) =>
      push<Problem & NoticeDetail>(person, { title: `第${round}号`, body, audience: { regions: [HERE] } }),
    );
    const answers = await Promise.all(wishes);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const winner = answers.find(({ status }) => status === 201)?.body.no;
    for (const { status, body: answer } of answers)
      if (status === 409) expect(answer.duplicate?.no).toBe(winner);
  }
});

test('an audience without anybody, an unknown region and a text too long for its channel are refused', async () => {
  expect(await push('administrator', { audience: { regions: ['320302001000'] } })).toMatchObject({
    status: 422,
    body: { code: 'audience_empty' },
  });
  expect(await push('administrator', { audience: { regions: ['320302099000'] } })).toMatchObject({
    status: 422,
    body: { code: 'unknown_region' },
  });
  const long = await push<Problem>('administrator', { title: '长'.repeat(41), channels: ['site', 'inbox'] });
  expect(long).toMatchObject({ status: 422, body: { code: 'invalid' } });
  expect(long.body.detail).toContain('the channel inbox takes a title of 40 characters at most, this has 41');
  expect((await push('administrator', { title: '长'.repeat(41), channels: ['site'] })).status).toBe(201);
});

test('the preview counts persons and households once, however the regions overlap', async () => {
  const count = (regions: string[], person: Person = 'administrator') =>
    district.as(person).post('/v1/notices/audience', { regions });
  expect((await count(['320302000000'])).body).toMatchObject({ persons: 60, households: 20 });
  expect((await count(['320302004000', HERE])).body).toMatchObject({ persons: 30, households: 10 });
  expect((await count([THERE], 'street')).status).toBe(403);
  expect((await count([HERE], 'urban')).status).toBe(403);
  expect(await count(['320302000000', '320303000000'], 'city')).toMatchObject({ status: 422 });
});

test('streets write to their own and see what touches them; another district sees nothing', async () => {
  expect((await push('street')).status).toBe(403);
  const { body: there } = await push('administrator', { audience: { regions: [THERE] } });
  const { body: all } = await push('administrator', { title: '全区', body: '大风蓝色预警,请关好门窗。' });
  const seen = await district.as('street').get<{ items: NoticeSummary[] }>('/v1/notices');
  expect(seen.body.items.map(({ no }) => no)).toEqual([all.no]);
  expect(seen.body.items[0]?.actions).toEqual([]);
  expect((await district.as('street').get(`/v1/notices/${there.no}`)).status).toBe(404);
  expect((await district.as('yunlong').get(`/v1/notices/${all.no}`)).status).toBe(404);
  expect(await act('yunlong', all.no, 'approve')).toMatchObject({ status: 404 });
  expect(await act('street', all.no, 'recall')).toMatchObject({ status: 403 });
});

test('a dry run answers as if done and leaves nothing, not even a number', async () => {
  const dry = await district.as('administrator').post<NoticeDetail>('/v1/notices?dryRun=true', NOTICE);
  expect(dry).toMatchObject({ status: 201, body: { no: 'TZ-GL261125-0001', counts: { persons: 60 } } });
  expect((await district.as('administrator').get<{ items: unknown[] }>('/v1/notices')).body.items).toEqual(
    [],
  );
  expect((await push('administrator')).body.no).toBe('TZ-GL261125-0001');
});
