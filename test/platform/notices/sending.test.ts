import type { Delivery, InboxPage, NoticeDetail, SiteNoticePage } from '@district/contract/types.ts';
import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import { readEvents } from '../../../platform/events/read.ts';
import { deliver } from '../../../platform/notices/send.ts';
import { type District, openDistrict } from '../harness/district.ts';
import { HERE, RESIDENT_TOKEN, rangesOf, sendAll, settle } from './residents.ts';

/** Households of each of two communities: 3,000 residents, three jobs. */
const HOUSEHOLDS = 500;

let district: District;
beforeEach(async () => {
  district = await openDistrict();
  await settle(district.services.db, HOUSEHOLDS);
});

async function approved(over: object = {}): Promise<string> {
  const { body } = await district.as('administrator').post<NoticeDetail>('/v1/notices', {
    title: '停水通知',
    body: '今晚停水,请储水。',
    audience: { regions: ['320302000000'] },
    channels: ['inbox', 'site'],
    ...over,
  });
  await act(body.no, 'approve');
  return body.no;
}

async function act(no: string, action: string, body: object = {}): Promise<number> {
  const path = `/v1/notices/${no}/actions/${action}`;
  return (await district.as('approver').post(path, body, { 'if-match': '*' })).status;
}

async function show(no: string): Promise<NoticeDetail> {
  return (await district.as('administrator').get<NoticeDetail>(`/v1/notices/${no}`)).body;
}

async function inbox(): Promise<InboxPage> {
  const response = await district.app.request('/v1/public/inbox', {
    headers: { 'x-resident-token': RESIDENT_TOKEN },
  });
  return (await response.json()) as InboxPage;
}

/** Rows by state, counted from the rows themselves. */
async function rows(): Promise<Record<string, number>> {
  const { rows: counted } = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from deliveries group by state`.execute(district.services.db);
  return Object.fromEntries(counted.map(({ state, n }) => [state, n]));
}

test('an approved notice reaches every resident’s inbox and the community’s page', async () => {
  const no = await approved();
  await sendAll(district.services, no);
  const notice = await show(no);
  expect(notice).toMatchObject({
    state: 'sent',
    counts: { persons: 3_000, households: 1_000, total: 3_000, delivered: 3_000, failed: 0 },
    deliveries: [{ state: 'delivered', count: 3_000 }],
  });
  expect(notice.timeline.map(({ action }) => action)).toEqual([
    'create',
    'submit',
    'approve',
    'schedule',
    'start',
    'finish',
  ]);
  expect(await rows()).toEqual({ delivered: 3_000 });
  expect(await inbox()).toMatchObject({
    resident: '张**',
    items: [{ no, body: '今晚停水,请储水。', recalled: false }],
  });
  const page = await district.anyone.get<SiteNoticePage>(`/v1/public/site/${HERE}/notices`);
  expect(page.body.items).toMatchObject([{ no, title: '停水通知' }]);
  const list = await district
    .as('community')
    .get<{ items: Delivery[] }>(`/v1/notices/${no}/deliveries?limit=200`);
  expect(list.body.items.every(({ region }) => region.code === HERE)).toBe(true);
  expect(list.body.items[0]).toMatchObject({ id: '11', resident: '张**', state: 'delivered' });
});

test('without a token there is no inbox, and nothing shows before it is approved', async () => {
  expect((await district.anyone.get('/v1/public/inbox')).status).toBe(401);
  await district.as('administrator').post('/v1/notices', {
    title: '停水通知',
    body: '今晚停水。',
    audience: { regions: [HERE] },
    channels: ['site'],
  });
  const page = await district.anyone.get<SiteNoticePage>(`/v1/public/site/${HERE}/notices`);
  expect(page.body.items).toEqual([]);
  expect((await inbox()).items).toEqual([]);
});

test('a job done twice, and two doing it at once, deliver once', async () => {
  const no = await approved();
  const ranges = await rangesOf(district.services, no);
  expect(ranges).toHaveLength(3);
  const [first] = ranges;
  if (!first) throw new Error('no ranges');
  await Promise.all([deliver(district.services, first), deliver(district.services, first)]);
  await deliver(district.services, first);
  expect((await show(no)).counts.delivered).toBe(1_000);
  for (const range of ranges) await deliver(district.services, range);
  expect((await show(no)).counts.delivered).toBe(3_000);
  expect(await rows()).toEqual({ delivered: 3_000 });
});

test('begun again after a crash it goes on with those who still wait', async () => {
  const no = await approved();
  const [first] = await rangesOf(district.services, no);
  if (!first) throw new Error('no ranges');
  await deliver(district.services, first);
  const rest = await rangesOf(district.services, no);
  expect(rest).toHaveLength(2);
  expect((await show(no)).deliveries).toEqual([
    { state: 'queued', count: 2_000 },
    { state: 'delivered', count: 1_000 },
  ]);
  for (const range of rest) await deliver(district.services, range);
  expect(await show(no)).toMatchObject({ state: 'sent', counts: { delivered: 3_000 } });
});

test('a crash while recipients are listed leaves none out and none twice', async () => {
  const no = await approved();
  const { db } = district.services;
  await sql`update notices set state = 'scheduled', version = version + 1`.execute(db);
  await sql`insert into deliveries (district, notice_id, resident_id, state)
    select district, (select id from notices), residents.id, 'queued' from residents order by residents.id limit 700`.execute(
    db,
  );
  await sendAll(district.services, no);
  expect(await rows()).toEqual({ delivered: 3_000 });
  expect((await show(no)).state).toBe('sent');
});

test('two processes that prepare the same notice make one set of recipients', async () => {
  const no = await approved();
  await Promise.all([rangesOf(district.services, no), rangesOf(district.services, no)]);
  expect(await rows()).toEqual({ queued: 3_000 });
  expect((await show(no)).counts.total).toBe(3_000);
});

test('who moved out after the audience was frozen is a failure with its reason', async () => {
  const no = await approved();
  const ranges = await rangesOf(district.services, no);
  await sql`update residents set moved_out_at = now() where id in (11, 12)`.execute(district.services.db);
  for (const range of ranges) await deliver(district.services, range);
  expect(await show(no)).toMatchObject({
    state: 'partially_failed',
    counts: { delivered: 2_998, failed: 2 },
  });
  const failed = await district
    .as('administrator')
    .get<{ items: Delivery[] }>(`/v1/notices/${no}/deliveries?state=failed`);
  expect(failed.body.items.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
    '11 moved_out',
    '12 moved_out',
  ]);
});

test('a recall midway cancels those who wait and marks it in the inboxes it reached', async () => {
  const no = await approved();
  const [first, ...rest] = await rangesOf(district.services, no);
  if (!first) throw new Error('no ranges');
  await deliver(district.services, first);
  expect(await act(no, 'recall', { reason: '时间有误' })).toBe(200);
  for (const range of rest) await deliver(district.services, range);
  expect(await rows()).toEqual({ delivered: 1_000, cancelled: 2_000 });
  expect(await show(no)).toMatchObject({
    state: 'recalled',
    deliveries: [
      { state: 'delivered', count: 1_000 },
      { state: 'cancelled', count: 2_000 },
    ],
  });
  expect((await inbox()).items).toMatchObject([{ no, recalled: true, body: null }]);
});

test('recalled before sending it reaches nobody', async () => {
  const no = await approved();
  expect(await act(no, 'recall')).toBe(200);
  await sendAll(district.services, no);
  expect(await rows()).toEqual({});
  expect((await inbox()).items).toEqual([]);
});

test('a notice for the site alone is sent without a delivery', async () => {
  const no = await approved({ channels: ['site'] });
  await sendAll(district.services, no);
  expect(await show(no)).toMatchObject({ state: 'sent', counts: { total: 0 }, deliveries: [] });
});

test('events tell of each state and of progress, to the centre and to the streets it touches', async () => {
  const no = await approved({ audience: { regions: [HERE] } });
  await sendAll(district.services, no);
  // Events are read up to the oldest transaction that still runs anywhere in the cluster.
  const events = await vi.waitFor(async () => {
    const { events: read } = await readEvents(district.services.db, { xid: '0', id: '0' });
    expect(read.at(-1)?.event.action).toBe('finish');
    return read;
  });
  expect(events.map(({ event }) => `${event.type} ${event.state} ${event.action}`)).toEqual([
    'notice.changed draft create',
    'notice.changed pending_approval submit',
    'notice.changed approved approve',
    'notice.changed scheduled schedule',
    'notice.changed sending start',
    'notice.progress sending deliver',
    'notice.changed sent finish',
  ]);
  expect(events[5]?.event.progress).toEqual({ done: 1_000, failed: 0, total: 1_500 });
  expect(events[5]?.place.units).toEqual(['street:320302004000', `community:${HERE}`]);
});
