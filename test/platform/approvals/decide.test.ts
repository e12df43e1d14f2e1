import type { Approval, Page, Problem } from '@district/contract/types.ts';
import { describe, expect, test } from 'vitest';
import { escalateApprovals } from '../../../platform/approvals/escalate.ts';
import { type District, openDistrict } from '../harness/district.ts';

async function withOpenResolve(time = '2026-11-02T09:00') {
  const district = await openDistrict(time);
  const [centre, urban] = [district.as('administrator'), district.as('urban')];
  const { no } = await centre.file();
  await centre.act(no, 'accept');
  await centre.act(no, 'assign', { to: 'agency:urban_management' });
  await urban.act(no, 'sign');
  const { approval } = await urban.act(no, 'resolve', { reply: '已修' });
  return { district, no, id: approval?.id ?? '' };
}

async function openApprovals(district: District): Promise<Approval[]> {
  return (await district.as('administrator').get<Page<Approval>>('/v1/approvals')).body.items;
}

describe('approvals', () => {
  test('a refused resolve goes back to be redone, with the reason on the timeline', async () => {
    const { district, no, id } = await withOpenResolve();
    const approver = district.as('approver');
    const refused = await approver.post<Approval>(
      `/v1/approvals/${id}/refuse`,
      { reason: '没有照片' },
      { 'if-match': '"1"' },
    );
    expect(refused.body).toMatchObject({ state: 'refused', decidedBy: '李娜', decision: '没有照片' });
    const detail = await district.as('urban').show(no);
    expect(detail).toMatchObject({ state: 'in_progress', openApproval: null });
    expect(detail.timeline.at(-1)).toMatchObject({
      action: 'resolve',
      phase: 'refused',
      text: '没有照片',
      public: false,
    });
    expect(detail.actions).toContain('resolve');
  });

  test('of two who decide, the second is told what the first decided', async () => {
    const { district, id } = await withOpenResolve();
    const decide = (person: 'administrator' | 'approver') =>
      district.as(person).post<Problem>(`/v1/approvals/${id}/grant`, {}, { 'if-match': '"1"' });
    const answers = await Promise.all([decide('administrator'), decide('approver')]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({
      code: 'already_decided',
      current: { state: 'granted' },
    });
  });

  test('whoever asks cannot grant, and nobody outside the area sees it', async () => {
    const { district, id } = await withOpenResolve();
    const urban = await district
      .as('urban')
      .post<Problem>(`/v1/approvals/${id}/grant`, {}, { 'if-match': '*' });
    expect(urban).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await district.as('yunlong').get(`/v1/approvals/${id}`)).status).toBe(404);
    expect((await district.as('administrator').get('/v1/approvals/not-an-id')).status).toBe(404);
  });

  test('undecided in time it escalates, once, and is never granted by itself', async () => {
    const { district, no, id } = await withOpenResolve();
    expect(await escalateApprovals(district.services)).toBe(0);
    district.at('2026-11-05T00:00');
    expect(await escalateApprovals(district.services)).toBe(1);
    expect(await escalateApprovals(district.services)).toBe(0);
    expect(await openApprovals(district)).toMatchObject([
      { id, state: 'escalated', decideBy: '2026-11-04T16:00:00.000Z' },
    ]);
    const detail = await district.as('administrator').show(no);
    expect(detail.timeline.at(-1)).toMatchObject({ action: 'resolve', phase: 'escalated', by: null });
    expect(detail.state).toBe('in_progress');
  });

  test('while one is open the handler opens no second, and the centre does not go over its head', async () => {
    const { district, no } = await withOpenResolve();
    const again = await district.as('urban').try<Problem>(no, 'return', { reason: 'x' });
    expect(again.body).toMatchObject({ code: 'transition_closed', reason: 'no_open_approval' });
    expect((await district.as('administrator').try(no, 'withdraw', { reason: 'x' })).status).toBe(409);
  });

  test('every change, refusal of a resolve too, has its audit entry with who and from what to what', async () => {
    const { district, id } = await withOpenResolve();
    await district
      .as('approver')
      .post(`/v1/approvals/${id}/refuse`, { reason: '没有照片' }, { 'if-match': '*' });
    const rows = await district.services.db
      .selectFrom('audit')
      .select(['action', 'operator_name', 'before', 'after'])
      .orderBy('at')
      .orderBy('id')
      .execute();
    expect(rows.map((row) => `${row.operator_name} ${row.action}`).toSorted()).toEqual(
      [
        '李娜 requests.resolve.refused',
        '王磊 requests.accept',
        '王磊 requests.assign',
        '王磊 requests.create',
        '赵明 requests.resolve.asked',
        '赵明 requests.sign',
      ].toSorted(),
    );
    expect(rows.find((row) => row.action === 'requests.sign')).toMatchObject({
      before: { state: 'assigned' },
      after: { state: 'in_progress' },
    });
    expect(JSON.stringify(rows)).not.toMatch(/张建国|1380000/);
  });
});
