import type { Approval, ApprovalSettings, Problem } from '@district/contract/types.ts';
import { expect, test } from 'vitest';
import { escalateApprovals } from '../../../platform/approvals/escalate.ts';
import { type District, openDistrict } from '../harness/district.ts';

type Setting = ApprovalSettings['kinds'][number];
const PRESET = { limit: { limit: 1, unit: 'working_day' }, grantsItself: false, decider: 'centre' } as const;

function put(district: District, kind: string, setting: Partial<Setting>, version = '"0"') {
  return district.app.request(`/v1/approval-settings/${kind}`, {
    method: 'PUT',
    body: JSON.stringify({ ...PRESET, ...setting }),
    headers: {
      authorization: 'Bearer administrator',
      'content-type': 'application/json',
      'idempotency-key': `${kind} ${version} ${JSON.stringify(setting)}`,
      'if-match': version,
    },
  });
}

/** At work since Monday, with five working days promised, to the Monday after. */
async function atWork(district: District) {
  const [centre, urban] = [district.as('administrator'), district.as('urban')];
  const { no } = await centre.file();
  await centre.act(no, 'accept');
  await centre.act(no, 'assign', { to: 'agency:urban_management' });
  await urban.act(no, 'sign');
  return { no, centre, urban };
}

test('a district says within what, by whom, and that an extension is granted by itself; it is recorded as such', async () => {
  const district = await openDistrict('2026-11-02T09:00');
  const { no, centre, urban } = await atWork(district);
  const { body } = await centre.get<ApprovalSettings>('/v1/approval-settings');
  expect(body.kinds.every(({ grantsItself, version }) => !grantsItself && version === 0)).toBe(true);

  const set = await put(district, 'extend', { limit: { limit: 4, unit: 'hour' }, grantsItself: true });
  expect(await set.json()).toMatchObject({ kind: 'extend', grantsItself: true, version: 1 });
  expect((await put(district, 'extend', {})).status).toBe(412);

  const before = await urban.show(no);
  const { approval } = await urban.act(no, 'extend', { limit: 3, reason: '配件未到' });
  expect(approval?.decideBy).toBe('2026-11-02T05:00:00.000Z');
  district.at('2026-11-02T13:00');
  expect(await escalateApprovals(district.services)).toBe(1);
  const granted = await centre.get<Approval>(`/v1/approvals/${approval?.id}`);
  expect(granted.body).toMatchObject({ state: 'granted', automatic: true, decidedBy: null });
  const detail = await centre.show(no);
  expect(detail.clock.extendedBy).toEqual({ limit: 3, unit: 'working_day' });
  expect(detail.promisedDueAt).not.toBe(before.promisedDueAt);
  expect(detail.timeline.at(-1)).toMatchObject({ action: 'extend', phase: 'granted', by: null });
  expect(detail.timeline.at(-1)?.text).toContain('自动批准');

  const audit = await district.services.db.selectFrom('audit').selectAll().orderBy('at').execute();
  expect(audit.find(({ action }) => action === 'approvals.set')).toMatchObject({
    object: 'extend',
    operator_name: '王磊',
    before: { grantsItself: false },
    after: { grantsItself: true },
  });
  expect(audit.find(({ action }) => action === 'requests.extend.granted')).toMatchObject({
    operator_name: null,
    after: { approval: { automatic: true } },
  });
});

test('where administrators alone decide, the duty officer does not, and is not offered it', async () => {
  const district = await openDistrict('2026-11-02T09:00');
  await put(district, 'decline', { decider: 'administrator' });
  const { no, urban } = await atWork(district);
  const { approval } = await urban.act(no, 'decline', { reason: '不属本部门' });
  const path = `/v1/approvals/${approval?.id}`;
  expect((await district.as('duty').get<Approval>(path)).body.actions).toEqual([]);
  const refused = await district.as('duty').post<Problem>(`${path}/grant`, {}, { 'if-match': '*' });
  expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect((await district.as('administrator').get<Approval>(path)).body.actions).toEqual(['grant', 'refuse']);
  expect((await district.as('administrator').post(`${path}/grant`, {}, { 'if-match': '*' })).status).toBe(
    200,
  );
});

test('a second return waits for people, whatever is set', async () => {
  const district = await openDistrict('2026-11-02T09:00');
  await put(district, 'return', { limit: { limit: 1, unit: 'hour' }, grantsItself: true });
  const { no, centre, urban } = await atWork(district);
  await urban.act(no, 'return', { reason: '属房产' });
  district.at('2026-11-02T11:00');
  expect(await escalateApprovals(district.services)).toBe(1);
  expect(await centre.show(no)).toMatchObject({ state: 'accepted', lead: null, returns: 1 });
  await centre.act(no, 'assign', { to: 'agency:housing' });
  const { approval } = await district.as('housing').act(no, 'return', { reason: '属城管' });
  district.at('2026-11-02T13:00');
  expect(await escalateApprovals(district.services)).toBe(1);
  const { body } = await centre.get<Approval>(`/v1/approvals/${approval?.id}`);
  expect(body).toMatchObject({ state: 'escalated', arbitration: true, automatic: false });
});

test('where administrators alone decide on returns, they alone arbitrate, and the duty officer is not offered it', async () => {
  const district = await openDistrict('2026-11-02T09:00');
  await put(district, 'return', { decider: 'administrator' });
  const { no, centre, urban } = await atWork(district);
  const first = await urban.act(no, 'return', { reason: '属房产' });
  await centre.post(`/v1/approvals/${first.approval?.id}/grant`, {}, { 'if-match': '*' });
  await centre.act(no, 'assign', { to: 'agency:housing' });
  await district.as('housing').act(no, 'return', { reason: '属城管' });

  const duty = district.as('duty');
  const input = { to: 'agency:urban_management', reason: '移交清单列有此灯' };
  const seen = await duty.show(no);
  expect(seen.actions).not.toContain('arbitrate');
  expect(seen.closedActions).toContainEqual(expect.objectContaining({ action: 'arbitrate', reason: 'role' }));
  expect(await duty.try<Problem>(no, 'arbitrate', input)).toMatchObject({
    status: 403,
    body: { code: 'forbidden', reason: 'role' },
  });
  expect((await centre.show(no)).actions).toContain('arbitrate');
  const { request } = await centre.act(no, 'arbitrate', input);
  expect(request).toMatchObject({ state: 'assigned', returns: 2, openApproval: null });
});
