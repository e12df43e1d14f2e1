import type { CreatedToken, Page, Problem, Session, Token } from '@district/contract/types.ts';
import { expect, test } from 'vitest';
import { openBearer } from '../../../platform/access/bearers.ts';
import { type District, openDistrict } from '../harness/district.ts';

const NIGHTLY = { name: '夜间导出', scopes: ['requests:read', 'accounts:write'], until: '2026-12-31' };

function signIn(district: District, id = 'duty') {
  const { db, clock } = district.services;
  return db.transaction().execute((transaction) =>
    openBearer(transaction, {
      operator: { id, region: '320302' },
      kind: 'session',
      at: clock.now(),
      address: '10.0.0.7',
      agent: 'district-console/0.1',
    }),
  );
}

test('a token is shown once, does what it was made for until its last day, and is nowhere in the database', async () => {
  const district = await openDistrict();
  const key = { 'idempotency-key': 'once' };
  const { status, body } = await district.as('duty').post<CreatedToken>('/v1/tokens', NIGHTLY, key);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    name: '夜间导出',
    expiresAt: '2026-12-31T16:00:00.000Z',
    operator: { id: 'duty' },
  });
  const token = body.token ?? '';
  expect((await district.with(token).get('/v1/requests')).status).toBe(200);
  expect((await district.with(token).get<Problem>('/v1/notices')).body.code).toBe('scope_missing');
  const again = await district.as('duty').post<CreatedToken>('/v1/tokens', NIGHTLY, key);
  expect(again.body).toEqual({ ...body, token: null });
  const kept = await district.services.db.selectFrom('idempotency_keys').selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(token);
  const listed = await district.as('duty').get<Page<Token>>('/v1/tokens');
  expect(listed.body.items.map(({ name }) => name)).toContain('夜间导出');
  district.at('2026-12-31T23:59');
  expect((await district.with(token).get('/v1/requests')).status).toBe(200);
  district.at('2027-01-01T00:00');
  expect((await district.with(token).get<Problem>('/v1/requests')).body.code).toBe('session_ended');
});

test('a token goes no further than the one it was made with, and none beyond a year', async () => {
  const district = await openDistrict();
  const made = await district.as('duty').post<CreatedToken>('/v1/tokens', NIGHTLY);
  const desk = district.with(made.body.token ?? '');
  const tried = await Promise.all([
    desk.post<Problem>('/v1/tokens', { ...NIGHTLY, until: '2027-01-01' }),
    desk.post<Problem>('/v1/tokens', { ...NIGHTLY, scopes: ['requests:write'] }),
    desk.post<Problem>('/v1/tokens', { ...NIGHTLY, scopes: ['accounts:read'] }),
    district.as('duty').post<Problem>('/v1/tokens', { ...NIGHTLY, until: '2027-11-27' }),
    district.as('duty').post<Problem>('/v1/tokens', { ...NIGHTLY, until: '2026-11-24' }),
    district.as('duty').post<Problem>('/v1/tokens', { ...NIGHTLY, until: '2027-11-26' }),
  ]);
  expect(tried.map(({ status, body }) => `${status} ${body.fields?.[0]?.path ?? ''}`)).toEqual([
    '422 until',
    '422 scopes',
    '201 ',
    '422 until',
    '422 until',
    '201 ',
  ]);
});

test('one sees and ends one’s own sessions; a security officer those of their area, in the middle of whatever they do', async () => {
  const district = await openDistrict();
  const here = await signIn(district);
  district.at('2026-11-25T09:01');
  const there = await signIn(district);
  const own = await district.with(here.token).get<Page<Session>>('/v1/sessions');
  expect(own.body.items.map(({ id, current }) => [id, current])).toEqual([
    [there.id, false],
    [here.id, true],
  ]);
  expect(own.body.items[0]).toMatchObject({ address: '10.0.0.7', agent: 'district-console/0.1' });
  expect((await district.as('street').delete(`/v1/sessions/${there.id}`)).status).toBe(404);
  expect((await district.with(here.token).delete(`/v1/sessions/${there.id}`)).status).toBe(200);
  expect((await district.with(there.token).get('/v1/me')).status).toBe(401);

  district.at('2026-11-25T09:02');
  const seen = await district.as('security').get<Page<Session>>('/v1/sessions?operator=duty');
  expect(seen.body.items.map(({ id }) => id)).toEqual([here.id]);
  expect((await district.as('yunlongSecurity').delete(`/v1/sessions/${here.id}`)).status).toBe(404);
  const { no } = await district.with(here.token).file();
  expect((await district.as('security').delete<Session>(`/v1/sessions/${here.id}`)).body.endedAt).not.toBe(
    null,
  );
  expect((await district.with(here.token).try<Problem>(no, 'accept')).body.code).toBe('session_ended');
  expect((await district.as('security').delete(`/v1/sessions/${here.id}`)).status).toBe(200);
  const audit = await district.services.db
    .selectFrom('audit')
    .select(['operator_id', 'object'])
    .where('action', '=', 'sessions.revoke')
    .orderBy('id')
    .execute();
  expect(audit).toEqual([
    { operator_id: 'duty', object: there.id },
    { operator_id: 'security', object: here.id },
  ]);
});

/** What a stream of events says next; undefined once it has ended. */
async function follow(district: District, token: string) {
  const response = await district.app.request('/v1/events', {
    headers: { authorization: `Bearer ${token}` },
  });
  const reader = response.body?.getReader();
  const next = async () => {
    const { done, value } = (await reader?.read()) ?? { done: true };
    return done ? undefined : new TextDecoder().decode(value);
  };
  expect(await next()).toContain(': ready');
  return next;
}

test('an open stream of events follows a post that changes, and ends at once with its session', async () => {
  const district = await openDistrict();
  const { token, id } = await signIn(district);
  const [duty, idle] = [await follow(district, token), await follow(district, 'idle')];
  const act = (path: string, body = {}) =>
    district.as('security').post(`/v1/operators/${path}`, body, { 'if-match': '*' });
  await act('idle/actions/give', { role: 'duty_officer' });
  const first = await district.as('administrator').file();
  expect(await idle()).toContain(first.no);
  expect(await duty()).toContain(first.no);

  await act('duty/actions/take');
  await district.as('administrator').file();
  await district.as('security').delete(`/v1/sessions/${id}`);
  expect(await duty()).toBe(undefined);
});
