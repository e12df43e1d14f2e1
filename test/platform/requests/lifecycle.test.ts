import type { Approval, Problem } from '@district/contract/types.ts';
import { describe, expect, test } from 'vitest';
import { problemFailure } from '../../../src/client/problem-failure.ts';
import { openDistrict } from '../harness/district.ts';

describe('a request from filing to file', () => {
  test('is accepted, dispatched, signed, answered, granted and closed; each step is on its timeline', async () => {
    const district = await openDistrict('2026-09-29T09:00');
    const [centre, urban] = [district.as('administrator'), district.as('urban')];
    const { no, state, promisedDueAt } = await centre.file();
    expect({ state, promisedDueAt }).toEqual({ state: 'submitted', promisedDueAt: null });
    expect(no).toMatch(/^GL260929-\d{4}$/);

    district.at('2026-09-29T09:10');
    await centre.act(no, 'accept');
    district.at('2026-09-30T16:00');
    const dispatched = await centre.act(no, 'assign', { to: 'agency:urban_management' });
    expect(dispatched.request).toMatchObject({
      state: 'assigned',
      light: 'green',
      promisedDueAt: '2026-10-13T16:00:00.000Z',
      lead: { kind: 'agency', id: 'urban_management' },
    });
    district.at('2026-10-09T10:00');
    await urban.act(no, 'sign');
    district.at('2026-10-10T10:00');
    const asked = await urban.act(no, 'resolve', { reply: '已更换三盏路灯。' });
    expect(asked).toMatchObject({
      request: { state: 'in_progress', openApproval: 'resolve' },
      approval: { kind: 'resolve' },
    });

    const granted = await centre.post<Approval>(
      `/v1/approvals/${asked.approval?.id}/grant`,
      {},
      { 'if-match': '"1"' },
    );
    expect(granted).toMatchObject({
      status: 200,
      body: { state: 'granted', request: { state: 'resolved', light: null } },
    });
    for (const contradiction of [
      { reached: true, satisfied: true, rating: 'dissatisfied' },
      { reached: true, satisfied: false, rating: 'basically_satisfied' },
      { reached: false, satisfied: true },
    ] as const) {
      const { status, body } = await centre.try(no, 'callback', contradiction);
      expect({ status, detail: body.detail }).toMatchObject({
        status: 422,
        detail: expect.stringContaining('contradicts itself'),
      });
    }
    await centre.act(no, 'callback', { reached: true, satisfied: true, rating: 'satisfied' });
    await centre.act(no, 'close');

    const { timeline, callback } = await centre.show(no);
    expect(timeline.map(({ action, phase, from, to }) => `${action} ${phase} ${from ?? '-'}>${to}`)).toEqual([
      'create done ->submitted',
      'accept done submitted>accepted',
      'assign done accepted>assigned',
      'sign done assigned>in_progress',
      'resolve asked in_progress>in_progress',
      'resolve granted in_progress>resolved',
      'callback done resolved>resolved',
      'close done resolved>closed',
    ]);
    expect(callback).toMatchObject({ reached: true, rating: 'satisfied' });
  });

  test('the resident sees public steps only, and nothing without the phone’s last four', async () => {
    const district = await openDistrict();
    const { anyone } = district;
    const filed = await anyone.post<{ no: string }>('/v1/public/requests', {
      item: 'street_light_repair',
      region: '320302004001',
      title: '路灯不亮',
      body: '北门路灯坏了',
      applicant: { name: '张建国', phone: '13800001234' },
    });
    expect(filed.status).toBe(201);
    const { no } = filed.body;
    const centre = district.as('administrator');
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:urban_management', remark: '请两日内到场' });
    await centre.act(no, 'remind', { remark: '内部催办' });

    const seen = await anyone.post<{ timeline: { action: string }[] }>('/v1/public/requests/look-up', {
      no,
      phoneLast4: '1234',
    });
    expect(seen).toMatchObject({ status: 200, body: { state: 'assigned', lead: '城市管理局' } });
    expect(seen.body.timeline.map((entry) => entry.action)).toEqual(['create', 'accept']);
    expect(JSON.stringify(seen.body)).not.toContain('内部');
    expect((await anyone.post('/v1/public/requests/look-up', { no, phoneLast4: '4321' })).status).toBe(404);
  });

  test('a return does not reset the clock, and the second one is arbitrated', async () => {
    const district = await openDistrict('2026-11-02T09:00');
    const [centre, urban, housing] = [
      district.as('administrator'),
      district.as('urban'),
      district.as('housing'),
    ];
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    const { promisedDueAt } = (await centre.act(no, 'assign', { to: 'agency:urban_management' })).request;

    district.at('2026-11-03T09:00');
    const first = await urban.act(no, 'return', { reason: '产权属房产' });
    await centre.post(`/v1/approvals/${first.approval?.id}/grant`, {}, { 'if-match': '*' });
    const again = await centre.act(no, 'assign', { to: 'agency:housing' });
    expect(again.request).toMatchObject({ promisedDueAt, returns: 1 });

    const second = await housing.act(no, 'return', { reason: '属城管' });
    const grant = await centre.post<Problem>(
      `/v1/approvals/${second.approval?.id}/grant`,
      {},
      { 'if-match': '*' },
    );
    expect(grant).toMatchObject({ status: 409, body: { code: 'arbitration_needed' } });
    expect((await centre.list('is:arbitration')).map((request) => request.no)).toEqual([no]);

    const arbitrated = await centre.act(no, 'arbitrate', {
      to: 'agency:urban_management',
      reason: '产权在城管',
    });
    expect(arbitrated.request).toMatchObject({
      state: 'assigned',
      promisedDueAt,
      returns: 2,
      openApproval: null,
    });
    expect(await centre.list('is:arbitration')).toEqual([]);
  });

  test('a unit may return what is not its own within two working days of each dispatch, and is told when that ended', async () => {
    // The Tuesday before the holiday from 1 to 7 October; Saturday the 10th is worked.
    const district = await openDistrict('2026-09-29T16:00');
    const [centre, urban, housing] = [
      district.as('administrator'),
      district.as('urban'),
      district.as('housing'),
    ];
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    expect((await centre.show(no)).returnBy).toBeNull();
    await centre.act(no, 'assign', { to: 'agency:urban_management' });
    expect((await urban.show(no)).returnBy).toBe('2026-10-08T16:00:00.000Z');
    district.at('2026-10-08T23:59');
    expect((await urban.show(no)).actions).toContain('return');

    district.at('2026-10-09T00:00');
    const { actions, closedActions } = await urban.show(no);
    expect(actions).toContain('consult');
    expect(actions).not.toContain('return');
    expect(closedActions).toContainEqual({
      action: 'return',
      reason: 'in_time_to_return',
      openFrom: ['assigned', 'in_progress'],
    });
    const late = await urban.try<Problem>(no, 'return', { reason: '属房产' });
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'transition_closed',
        reason: 'in_time_to_return',
        endedAt: '2026-10-08T16:00:00.000Z',
        detail: expect.stringContaining('until 2026-10-08 at 24:00'),
      },
    });
    expect(problemFailure(late.body).message.zh).toContain('已于 2026-10-08 24:00 截止');

    // Signing it takes no time back; a transfer gives the next unit its own.
    await urban.act(no, 'sign');
    expect((await urban.show(no)).actions).not.toContain('return');
    await centre.act(no, 'transfer', { to: 'agency:housing', reason: '产权属房产' });
    const { returnBy } = await housing.show(no);
    expect(returnBy).toBe('2026-10-12T16:00:00.000Z');
    const { approval } = await housing.act(no, 'return', { reason: '属城管' });
    // Asked in time it may be granted later.
    district.at('2026-10-20T09:00');
    await centre.post(`/v1/approvals/${approval?.id}/grant`, {}, { 'if-match': '*' });
    expect(await centre.show(no)).toMatchObject({ state: 'accepted', returnBy: null });
  });

  test('a pause moves the deadline by the days it took', async () => {
    const district = await openDistrict('2026-11-02T09:00');
    const [centre, urban] = [district.as('administrator'), district.as('urban')];
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:urban_management' });
    await urban.act(no, 'sign');
    expect((await centre.show(no)).promisedDueAt).toBe('2026-11-09T16:00:00.000Z');
    district.at('2026-11-04T09:00');
    const paused = await urban.act(no, 'request_correction', { reason: '请补充位置' });
    expect(paused.request).toMatchObject({ state: 'suspended', pausedSince: '2026-11-04T01:00:00.000Z' });
    district.at('2026-11-20T09:00');
    expect((await centre.show(no)).light).toBe('green');
    const resumed = await centre.act(no, 'submit_correction');
    expect(resumed.request).toMatchObject({
      state: 'in_progress',
      promisedDueAt: '2026-11-25T16:00:00.000Z',
      pausedSince: null,
    });
    expect((await urban.try<Problem>(no, 'request_correction', { reason: '再补' })).body).toMatchObject({
      code: 'transition_closed',
      reason: 'correction_not_yet_asked',
    });
  });

  test('an extension has to be asked for before the last day', async () => {
    const district = await openDistrict('2026-11-02T09:00');
    const [centre, urban] = [district.as('administrator'), district.as('urban')];
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:urban_management' });
    await urban.act(no, 'sign');
    district.at('2026-11-09T09:00');
    const late = await urban.try<Problem>(no, 'extend', { limit: 3, reason: '备件未到' });
    expect(late).toMatchObject({ status: 409, body: { reason: 'before_promised_due' } });
    district.at('2026-11-06T09:00');
    const asked = await urban.act(no, 'extend', { limit: 3, reason: '备件未到' });
    await centre.post(`/v1/approvals/${asked.approval?.id}/grant`, {}, { 'if-match': '*' });
    expect(await centre.show(no)).toMatchObject({
      promisedDueAt: '2026-11-12T16:00:00.000Z',
      clock: { extendedBy: { limit: 3, unit: 'working_day' } },
    });
  });

  test('licensing is extended once, by ten working days at most', async () => {
    const district = await openDistrict('2026-11-02T09:00');
    const [centre, urban] = [district.as('administrator'), district.as('urban')];
    const item = [...district.services.dictionaries.items.values()].find(({ kind }) => kind === 'licensing');
    const { no } = await centre.file({ item: item?.id ?? '' });
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:urban_management' });
    await urban.act(no, 'sign');
    const tooLong = await urban.try<Problem>(no, 'extend', { limit: 11, reason: '需现场核查' });
    expect(tooLong).toMatchObject({ status: 422, body: { code: 'invalid' } });
    const asked = await urban.act(no, 'extend', { limit: 10, reason: '需现场核查' });
    await centre.post(`/v1/approvals/${asked.approval?.id}/grant`, {}, { 'if-match': '*' });
    const again = await urban.try<Problem>(no, 'extend', { limit: 1, reason: '再等等' });
    expect(again).toMatchObject({ status: 422, body: { detail: expect.stringContaining('once') } });
  });

  test('reopening begins a second round with a clock of its own', async () => {
    const district = await openDistrict('2026-11-02T09:00');
    const [centre, urban] = [district.as('administrator'), district.as('urban')];
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:urban_management' });
    await urban.act(no, 'sign');
    const asked = await urban.act(no, 'resolve', { reply: '已修' });
    await centre.post(`/v1/approvals/${asked.approval?.id}/grant`, {}, { 'if-match': '*' });
    district.at('2026-11-16T09:00');
    const reopened = await centre.act(no, 'reopen', { reason: '又坏了' });
    expect(reopened.request).toMatchObject({
      state: 'assigned',
      round: 2,
      promisedDueAt: '2026-11-23T16:00:00.000Z',
    });
  });

  test('a merged duplicate that is reopened stands by itself again, and is sent to somebody', async () => {
    const district = await openDistrict('2026-11-02T09:00');
    const centre = district.as('administrator');
    const [first, second] = [await centre.file(), await centre.file()];
    await centre.act(second.no, 'merge', { into: first.no });
    const nobody = await centre.try(second.no, 'reopen', { reason: '不是同一件' });
    expect(nobody).toMatchObject({ status: 422, body: { code: 'invalid' } });
    await centre.act(second.no, 'reopen', { reason: '不是同一件', to: 'agency:housing' });
    expect(await centre.show(second.no)).toMatchObject({ state: 'assigned', round: 2, mergedInto: null });
  });

  test('merging closes the duplicate and names the one it went into', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const [kept, duplicate] = [await centre.file(), await centre.file()];
    await centre.act(duplicate.no, 'merge', { into: kept.no });
    expect(await centre.show(duplicate.no)).toMatchObject({ state: 'closed', mergedInto: kept.no });
    expect((await centre.try<Problem>(kept.no, 'merge', { into: kept.no })).body.code).toBe('invalid');
    const nowhere = await centre.try<Problem>(kept.no, 'merge', { into: 'GL201112-9999' });
    expect(nowhere.body.fields).toEqual([
      { path: 'into', message: 'there is no request GL201112-9999 within your area' },
    ]);
  });
});
