import type { ActionOutcome, Problem } from '@district/contract/types.ts';
import { describe, expect, test } from 'vitest';
import { openDistrict } from '../harness/district.ts';

describe('what the platform refuses, and what it says', () => {
  test('a closed transition names the state, where it is open from, and who changed it', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    const { status, body } = await centre.try<Problem>(no, 'accept');
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'transition_closed',
      reason: 'state',
      openFrom: ['submitted'],
      current: { state: 'accepted', changedBy: '王磊', lastAction: 'accept' },
    });
  });

  test('of two who act on what they saw, the second learns what the first did', async () => {
    const district = await openDistrict();
    const [first, second] = [district.as('administrator'), district.as('city')];
    const { no } = await first.file();
    await first.act(no, 'accept');
    const { body, status } = await second.try<Problem>(no, 'assign', { to: 'agency:housing' }, '"1"');
    expect(status).toBe(412);
    expect(body.current).toMatchObject({ state: 'accepted', version: 2, changedBy: '王磊' });
    expect((await first.show(no)).lead).toBeNull();
  });

  test('outside its scope a request does not exist; inside it without the right is forbidden', async () => {
    const district = await openDistrict();
    const { no } = await district.as('administrator').file();
    for (const outsider of ['yunlong', 'housing'] as const) {
      expect((await district.as(outsider).get(`/v1/requests/${no}`)).status).toBe(404);
      expect((await district.as(outsider).try(no, 'accept')).status).toBe(404);
      expect(await district.as(outsider).list('')).toEqual([]);
    }
    const street = await district.as('street').try<Problem>(no, 'accept');
    expect(street).toMatchObject({ status: 403, body: { code: 'forbidden', reason: 'role' } });
    expect((await district.as('approver').try(no, 'accept')).status).toBe(403);
  });

  test('an agency sees a request while it is with it, and acts only when it leads', async () => {
    const district = await openDistrict();
    const [centre, urban, housing] = [
      district.as('administrator'),
      district.as('urban'),
      district.as('housing'),
    ];
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:urban_management', assistants: ['agency:housing'] });
    expect((await housing.list('')).map((request) => request.no)).toEqual([no]);
    expect(await housing.try<Problem>(no, 'sign')).toMatchObject({
      status: 403,
      body: { reason: 'not_lead_unit' },
    });
    expect((await urban.list(''))[0]?.actions).toContain('sign');
    expect((await housing.list(''))[0]?.actions).not.toContain('sign');
  });

  test('a repeat with the same key gets the first answer; the key on something else is refused', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const { no } = await centre.file();
    const headers = { 'idempotency-key': 'one', 'if-match': '*' };
    const once = await centre.post<ActionOutcome>(`/v1/requests/${no}/actions/accept`, {}, headers);
    const twice = await centre.post<ActionOutcome>(`/v1/requests/${no}/actions/accept`, {}, headers);
    expect(twice).toMatchObject({ status: 200, body: once.body });
    expect((await centre.show(no)).timeline).toHaveLength(2);
    const other = await centre.post<Problem>(`/v1/requests/${no}/actions/withdraw`, { reason: 'x' }, headers);
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_conflict' } });
  });

  test('the same write ten times at once is done once', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const { no } = await centre.file();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        centre.post(`/v1/requests/${no}/actions/accept`, {}, { 'idempotency-key': 'once', 'if-match': '*' }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect((await centre.show(no)).version).toBe(2);
  });

  test('a dry run answers as if done and changes nothing', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const { no } = await centre.file();
    const dry = await centre.post<ActionOutcome>(
      `/v1/requests/${no}/actions/accept?dryRun=true`,
      {},
      { 'if-match': '*' },
    );
    expect(dry).toMatchObject({ status: 200, body: { request: { state: 'accepted' } } });
    expect(await centre.show(no)).toMatchObject({ state: 'submitted', version: 1 });
  });

  test.each([
    ['without a key', {}, { 'idempotency-key': '' }, 400, 'idempotency_key_missing'],
    ['without a version', {}, { 'if-match': '' }, 428, 'version_missing'],
    ['with a version that is none', {}, { 'if-match': 'x' }, 400, 'malformed'],
    ['with a field it does not take', { reply: '好' }, {}, 422, 'invalid'],
    ['with a field nobody knows', { colour: 'red' }, {}, 422, 'invalid'],
  ])('an action %s', async (_how, input, headers, status, code) => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const { no } = await centre.file();
    const answer = await centre.post<Problem>(`/v1/requests/${no}/actions/accept`, input, {
      'if-match': '*',
      ...headers,
    });
    expect(answer).toMatchObject({ status, body: { code } });
    expect((await centre.show(no)).state).toBe('submitted');
  });

  test('units that do not exist or lie elsewhere get no work', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    for (const to of ['agency:magic', 'street:320303001000', 'community:320302004999']) {
      const answer = await centre.try<Problem>(no, 'assign', { to });
      expect(answer, to).toMatchObject({ status: 422, body: { code: 'invalid', fields: [{ path: 'to' }] } });
    }
  });

  test('signed out, unknown addresses and wrong methods', async () => {
    const district = await openDistrict();
    expect(await district.anyone.get('/v1/requests')).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    });
    expect(await district.anyone.get('/v1/nothing')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
    const wrong = await district.as('administrator').post<Problem>('/v1/overview', {});
    expect(wrong).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(wrong.headers.get('allow')).toBe('GET');
  });

  test('a filter that cannot be read says which word and what is nearest', async () => {
    const district = await openDistrict();
    const answer = await district.as('administrator').get<Problem>('/v1/requests?q=is:overdu');
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'filter_invalid', filter: { word: 'is:overdu', suggestion: 'overdue' } },
    });
  });

  test('a body that is not JSON or far too large', async () => {
    const district = await openDistrict();
    const headers = {
      authorization: 'Bearer administrator',
      'content-type': 'application/json',
      'idempotency-key': 'k',
    };
    const broken = await district.app.request('/v1/requests', { method: 'POST', headers, body: '{' });
    expect({ status: broken.status, body: await broken.json() }).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    });
    const huge = await district.app.request('/v1/requests', {
      method: 'POST',
      headers,
      body: `"${'x'.repeat(200_000)}"`,
    });
    expect({ status: huge.status, body: await huge.json() }).toMatchObject({
      status: 413,
      body: { code: 'body_too_large' },
    });
  });
});
