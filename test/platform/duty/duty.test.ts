import type {
  DutyLog,
  DutyStatus,
  HandedOver,
  HandoverItem,
  Problem,
  RequestSummary,
  StartedDuty,
} from '@district/contract/types.ts';
import { describe, expect, test } from 'vitest';
import { endByTheClock } from '../../../platform/duty/jobs.ts';
import { type Answer, type District, openDistrict, type Person } from '../harness/district.ts';

const EVENING = '2026-11-24T20:00';

function start(
  district: District,
  person: Person,
  input: object = {},
): Promise<Answer<StartedDuty & Problem>> {
  return district.as(person).post('/v1/duty/shifts', input);
}

function handOver(
  district: District,
  person: Person,
  input: object = {},
): Promise<Answer<HandedOver & Problem>> {
  return district.as(person).post('/v1/duty/handover', input);
}

async function status(district: District, person: Person): Promise<DutyStatus> {
  return (await district.as(person).get<DutyStatus>('/v1/duty')).body;
}

function claim(district: District, person: Person, no: string) {
  return district.as(person).put<RequestSummary & Problem>(`/v1/requests/${no}/claim`);
}

async function eventsOf({ services: { db } }: District) {
  return db.selectFrom('events').select(['no', 'action', 'by_name']).orderBy('id').execute();
}

describe('a shift', () => {
  test('lasts twelve hours to the half hour unless told, and is begun once', async () => {
    const district = await openDistrict('2026-11-24T19:51');
    const begun = await start(district, 'duty');
    expect(begun).toMatchObject({
      status: 201,
      body: { shift: { from: '2026-11-24T11:51:00.000Z', until: '2026-11-25T00:00:00.000Z', mine: true } },
    });
    const both = await Promise.all([start(district, 'duty'), start(district, 'duty')]);
    expect(both.map((answer) => answer.body.code)).toEqual(['already_on_duty', 'already_on_duty']);
    // Another is on duty beside: a hand-over overlaps.
    expect((await start(district, 'administrator')).status).toBe(201);
    expect((await status(district, 'urban')).shifts.map(({ operator }) => operator.name)).toEqual([
      '王磊',
      '陈晨',
    ]);
  });

  test('of a quarter of an hour, or of two days, is refused with the limit', async () => {
    const district = await openDistrict(EVENING);
    const short = await start(district, 'duty', { until: '2026-11-24T12:15:00Z' });
    expect(short).toMatchObject({ status: 422, body: { fields: [{ path: 'until' }] } });
    expect(short.body.detail).toContain('30 minutes');
    const long = await start(district, 'duty', { until: '2026-11-26T12:00:00Z' });
    expect(long.body.detail).toContain('24 hours');
    expect((await status(district, 'duty')).shifts).toEqual([]);
  });

  test('two presses at once leave one shift', async () => {
    const district = await openDistrict(EVENING);
    const both = await Promise.all([start(district, 'duty'), start(district, 'duty')]);
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect((await status(district, 'duty')).shifts).toHaveLength(1);
  });
});

describe('a hand-over', () => {
  test('leaves what is open with its notes, frees the claims at once, and stays until each is acknowledged', async () => {
    const district = await openDistrict(EVENING);
    const duty = district.as('duty');
    await start(district, 'duty');
    const [pump, noise, urgent] = [
      await duty.file({ title: '泵房停了' }),
      await duty.file({ title: '夜里施工' }),
      await duty.file({ urgent: true }),
    ];
    for (const { no } of [pump, noise]) await claim(district, 'duty', no);
    await duty.put(`/v1/requests/${noise.no}/snooze`, { until: '2026-11-25T02:00:00Z' });
    district.at('2026-11-25T07:55');
    for (const { no } of [pump, noise]) await claim(district, 'duty', no);
    const dry = await duty.post<HandedOver>('/v1/duty/handover?dryRun=true', {});
    expect(dry.body.items.map(({ reason, request }) => [reason, request?.no])).toEqual([
      ['claimed', pump.no],
      ['claimed', noise.no],
      ['urgent', urgent.no],
    ]);
    expect((await status(district, 'duty')).open).toEqual({ claimed: 2, urgent: 1 });
    const left = await handOver(district, 'duty', {
      notes: [{ no: pump.no, text: '已约社区九点到场' }, { text: '黄楼泵房夜里停过一次' }],
    });
    expect(left.body).toMatchObject({
      shift: { ended: 'handed_over' },
      lapsed: [pump.no, noise.no],
      beyond: 0,
    });
    expect(left.body.items.map(({ reason, note }) => [reason, note])).toEqual([
      ['claimed', '已约社区九点到场'],
      ['claimed', null],
      ['urgent', null],
      ['note', '黄楼泵房夜里停过一次'],
    ]);
    expect((await district.as('administrator').list('is:claimed')).length).toBe(0);
    expect(await eventsOf(district)).toContainEqual({ no: pump.no, action: 'lapse', by_name: '陈晨' });

    const taken = await start(district, 'administrator', { take: true });
    expect(taken.body.taken).toEqual([pump.no, noise.no]);
    expect(taken.body.items.map(({ reason }) => reason)).toEqual(['urgent', 'note']);
    expect((await duty.show(pump.no)).claim?.by).toBe('王磊');
    const [first] = taken.body.items;
    const acknowledged = await district
      .as('administrator')
      .put<HandoverItem>(`/v1/duty/items/${first?.id}/acknowledgement`, {});
    expect(acknowledged.body.acknowledged?.by).toBe('王磊');
    expect((await status(district, 'administrator')).items.map(({ note }) => note)).toEqual([
      '黄楼泵房夜里停过一次',
    ]);
  });

  test('leaves what nobody has struck off standing once, and tells of one’s own claims anew', async () => {
    const district = await openDistrict(EVENING);
    const duty = district.as('duty');
    await start(district, 'duty');
    const [urgent, own] = [await duty.file({ urgent: true }), await duty.file()];
    await claim(district, 'duty', own.no);
    await handOver(district, 'duty');
    await start(district, 'duty');
    await claim(district, 'duty', own.no);
    const again = await handOver(district, 'duty');
    expect(again.body.items.map(({ reason, request }) => [reason, request?.no])).toEqual([
      ['claimed', own.no],
    ]);
    const { items } = await status(district, 'administrator');
    expect(items.filter(({ request }) => request?.no === urgent.no)).toHaveLength(1);
  });

  test('of nobody on duty, to somebody who keeps none, or about another district’s request is refused and changes nothing', async () => {
    const district = await openDistrict(EVENING);
    expect((await handOver(district, 'duty')).body.code).toBe('not_on_duty');
    await start(district, 'duty');
    expect(await handOver(district, 'duty', { to: 'nobody' })).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'to' }] },
    });
    const missing = await handOver(district, 'duty', { notes: [{ no: 'GL261124-9999', text: '看一下' }] });
    expect(missing.status).toBe(404);
    expect((await status(district, 'duty')).shifts).toHaveLength(1);
  });
});

describe('a shift that nobody hands over', () => {
  test('ends by the clock; its claims are free in that very moment and told of', async () => {
    const district = await openDistrict(EVENING);
    await start(district, 'duty');
    district.at('2026-11-25T06:00');
    const { no } = await district.as('duty').file();
    // Four hours would reach beyond the shift.
    expect((await claim(district, 'duty', no)).body.claim?.until).toBe('2026-11-25T00:00:00.000Z');
    district.at('2026-11-25T08:00');
    expect((await district.as('administrator').show(no)).claim).toBeNull();
    expect(await endByTheClock(district.services)).toBe(1);
    expect(await endByTheClock(district.services)).toBe(0);
    expect((await eventsOf(district)).map(({ action }) => action)).toEqual([
      'start',
      'create',
      'claim',
      'lapse',
      'over',
    ]);
    const after = await status(district, 'administrator');
    expect(after.recent[0]).toMatchObject({ ended: 'by_time', endedAt: '2026-11-25T00:00:00.000Z' });
    expect(after.items.map(({ reason, request }) => [reason, request?.no])).toEqual([['claimed', no]]);
  });

  test('does not take from whoever was quicker', async () => {
    const district = await openDistrict(EVENING);
    await start(district, 'duty');
    const { no } = await district.as('duty').file();
    district.at('2026-11-25T07:00');
    await claim(district, 'duty', no);
    district.at('2026-11-25T08:00');
    expect((await claim(district, 'administrator', no)).status).toBe(200);
    await endByTheClock(district.services);
    expect((await district.as('duty').show(no)).claim?.by).toBe('王磊');
    expect((await status(district, 'administrator')).items).toEqual([]);
  });
});

describe('the log', () => {
  test('tells what was done on the shift by whoever was on it, and nothing of what was looked at', async () => {
    const district = await openDistrict('2026-11-24T19:00');
    const duty = district.as('duty');
    const { no } = await duty.file();
    district.at(EVENING);
    await start(district, 'duty');
    district.at('2026-11-24T22:00');
    await duty.act(no, 'accept');
    await duty.post(`/v1/requests/${no}/reveal`, { purpose: '回电', case: no, fields: ['phone'] });
    await district.as('administrator').post(`/v1/requests/${no}/notes`, { text: '白班也看过' });
    district.at('2026-11-25T08:00');
    await endByTheClock(district.services);
    district.at('2026-11-25T09:00');
    await duty.post(`/v1/requests/${no}/notes`, { text: '下班之后' });
    const log = (await duty.get<DutyLog>('/v1/duty/log')).body;
    expect(log.items.map(({ action, object, by, state }) => [action, object, by, state])).toEqual([
      ['duty.start', log.shifts[0]?.id, '陈晨', null],
      ['requests.accept', no, '陈晨', 'accepted'],
    ]);
    const first = await duty.get<DutyLog>('/v1/duty/log?limit=1');
    const second = await duty.get<DutyLog>(`/v1/duty/log?limit=1&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items]).toEqual(log.items);
    const span = await district
      .as('city')
      .get<DutyLog>('/v1/duty/log?from=2026-11-24T13:00:00Z&to=2026-11-25T00:00:00Z');
    expect(span.body.items.map(({ action }) => action)).toEqual(['requests.accept']);
    const long = await duty.get<Problem>('/v1/duty/log?from=2026-09-01T00:00:00Z&to=2026-11-25T00:00:00Z');
    expect(long).toMatchObject({ status: 422, body: { fields: [{ path: 'from' }] } });
  });
});
