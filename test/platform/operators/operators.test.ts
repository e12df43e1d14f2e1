import type { AccountDetail, Page, Problem } from '@district/contract/types.ts';
import { expect, test } from 'vitest';
import { type District, openDistrict, type Person } from '../harness/district.ts';

function act(district: District, person: Person, path: string, body: unknown = {}, version = '*') {
  const [id, action] = path.split(' ');
  return district
    .as(person)
    .post<AccountDetail & Problem>(`/v1/operators/${id}/actions/${action}`, body, { 'if-match': version });
}

async function audited(district: District): Promise<string[]> {
  const rows = await district.services.db
    .selectFrom('audit')
    .select(['operator_id', 'action', 'before', 'after'])
    .where('action', 'like', 'operators.%')
    .orderBy('id')
    .execute();
  const role = (value: unknown) => (value as { role?: string | null } | null)?.role ?? '-';
  return rows.map((row) => `${row.operator_id} ${row.action} ${role(row.before)}>${role(row.after)}`);
}

test('an administrator adds an account, a security officer gives it a role, and each of them only that', async () => {
  const district = await openDistrict();
  const wish = { name: '新人', login: 'xinren', region: '320302004000' };
  const added = await district.as('administrator').post<AccountDetail>('/v1/operators', wish);
  expect(added).toMatchObject({
    status: 201,
    body: { login: 'xinren', role: null, version: 1, actions: ['disable'] },
  });
  expect(added.headers.get('etag')).toBe('"1"');
  expect((await district.as('security').post('/v1/operators', { ...wish, login: 'other' })).status).toBe(403);

  expect((await act(district, 'administrator', 'xinren give', { role: 'street_operator' })).status).toBe(403);
  district.at('2026-11-25T09:01');
  const given = await act(district, 'security', 'xinren give', { role: 'street_operator' }, '"1"');
  expect(given).toMatchObject({
    status: 200,
    body: {
      role: 'street_operator',
      unit: { kind: 'street', id: '320302004000' },
      version: 2,
      actions: ['give', 'take'],
    },
  });
  district.at('2026-11-25T09:02');
  const late = await act(district, 'security', 'xinren take', {}, '"1"');
  expect(late).toMatchObject({
    status: 412,
    body: { code: 'version_mismatch', current: { version: 2, changedBy: '钱进', lastAction: 'give' } },
  });
  expect((await act(district, 'security', 'xinren take')).body.role).toBe(null);
  expect((await act(district, 'security', 'xinren take')).body.code).toBe('transition_closed');
  expect(await audited(district)).toEqual([
    'administrator operators.add ->-',
    'security operators.give ->street_operator',
    'security operators.take street_operator>-',
  ]);
});

test('nobody changes their own post, and nobody reaches beyond their own area or level', async () => {
  const district = await openDistrict();
  const own = [
    act(district, 'security', 'security take'),
    act(district, 'administrator', 'administrator disable'),
    act(district, 'security', 'security give', { role: 'auditor' }),
  ];
  for (const { status, body } of await Promise.all(own))
    expect([status, body.code]).toEqual([403, 'own_post']);

  const outside = [
    act(district, 'security', 'yunlong take'),
    act(district, 'security', 'city take'),
    act(district, 'administrator', 'province disable'),
    act(district, 'security', 'idle give', { role: 'administrator', region: '320303000000' }),
    act(district, 'security', 'idle give', { role: 'city_administrator', region: '320300000000' }),
  ];
  for (const { status } of await Promise.all(outside)) expect(status).toBe(404);

  const unfit = await Promise.all([
    act(district, 'security', 'idle give', { role: 'city_administrator' }),
    act(district, 'security', 'idle give', { role: 'agency_handler' }),
    act(district, 'security', 'idle give', { role: 'agency_handler', unit: 'agency:nowhere' }),
    act(district, 'security', 'idle give', { role: 'street_operator' }),
    act(district, 'security', 'idle give', {
      role: 'street_operator',
      region: '320302004000',
      unit: 'street:320302003000',
    }),
    act(district, 'security', 'idle give', {}),
  ]);
  expect(unfit.map(({ status, body }) => `${status} ${body.fields?.[0]?.path}`)).toEqual([
    '422 region',
    '422 unit',
    '422 unit',
    '422 region',
    '422 unit',
    '422 role',
  ]);
  const handler = { role: 'agency_handler', unit: 'agency:housing' };
  expect((await act(district, 'security', 'idle give', handler)).body.unit?.id).toBe('housing');
});

test('a role holds from the next call on, and whoever is disabled is out at once and comes back by signing in', async () => {
  const district = await openDistrict();
  const requests = async (person: Person) => (await district.as(person).get('/v1/requests')).status;
  expect(await requests('idle')).toBe(403);
  await act(district, 'security', 'idle give', { role: 'duty_officer' });
  expect(await requests('idle')).toBe(200);
  await act(district, 'security', 'idle take');
  expect(await requests('idle')).toBe(403);
  expect((await act(district, 'administrator', 'duty disable')).body).toMatchObject({
    actions: ['enable'],
    tokens: 0,
  });
  expect(await requests('duty')).toBe(401);
  await act(district, 'administrator', 'duty enable');
  expect(await requests('duty')).toBe(401);
});

test('a login is one person’s, and a repeated write is done once', async () => {
  const district = await openDistrict();
  const wish = { name: '新人', login: 'xinren', region: '320302000000' };
  const key = { 'idempotency-key': 'once' };
  const [first, again] = await Promise.all([
    district.as('administrator').post<AccountDetail>('/v1/operators', wish, key),
    district.as('administrator').post<AccountDetail>('/v1/operators', wish, key),
  ]);
  expect(first.body).toEqual(again.body);
  const taken = await district.as('city').post<Problem>('/v1/operators', wish);
  expect(taken).toMatchObject({ status: 409, body: { code: 'login_taken' } });
});

test('the list goes by region and is found by role, place, name and login', async () => {
  const district = await openDistrict();
  await district
    .as('administrator')
    .post('/v1/operators', { name: '钱新', login: 'x.q', region: '320302004001' });
  const ids = async (query: string, person: Person = 'security') =>
    (await district.as(person).get<Page<AccountDetail>>(`/v1/operators?${query}`)).body.items.map(
      ({ id, login }) => login ?? id,
    );
  expect(await ids('')).toEqual([
    ...['administrator', 'approver', 'auditor', 'author', 'duty', 'housing', 'idle', 'security', 'urban'],
    ...['street', 'x.q', 'community'],
  ]);
  expect(await ids('role=agency_handler')).toEqual(['housing', 'urban']);
  expect(await ids('role=none')).toEqual(['idle', 'x.q']);
  expect(await ids('region=320302004000')).toEqual(['street', 'x.q', 'community']);
  expect(await ids(`q=${encodeURIComponent('钱')}`)).toEqual(['security', 'x.q']);
  expect(await ids('q=X.')).toEqual(['x.q']);
  expect(await ids('q=%25')).toEqual([]);
  expect(await ids('role=city_administrator', 'province')).toEqual(['city']);
  const first = (await district.as('security').get<Page<AccountDetail>>('/v1/operators?limit=10')).body;
  expect(first.items).toHaveLength(10);
  expect(await ids(`limit=10&cursor=${first.next}`)).toEqual(['x.q', 'community']);
});
