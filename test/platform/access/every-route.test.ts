import { randomUUID } from 'node:crypto';
import type { Approval, RequestSummary } from '@district/contract/types.ts';
import { SCOPES, type Scope } from '@district/contract/vocabulary.ts';
import { expect, test } from 'vitest';
import { bearerRow, type NewBearer } from '../../../platform/access/bearers.ts';
import { OPERATIONS, type Operation } from '../fuzz/document.ts';
import { openWorld, PEOPLE, type World } from '../fuzz/world.ts';
import type { District } from '../harness/district.ts';
import { BARRED, type Case, everyRoute, type OpenCase, type Things } from './every-route.ts';

/** Two thousand calls, one after the other. */
const EVERY_ROUTE_MS = 90_000;

test(
  'every route, tried by every role inside and outside its scope',
  async () => {
    const world = await openWorld();
    const table: Partial<Record<string, Case[] | { open: OpenCase }>> = everyRoute(await thingsOf(world));
    const wrong: string[] = [];
    for (const operation of OPERATIONS) {
      const cases = table[operation.id];
      if (!isGuarded(operation))
        wrong.push(`${operation.id} needs a sign-in and names no scope of the contract`);
      if (cases === undefined) wrong.push(`${operation.id} is not in the table of who may do what`);
      else if (!Array.isArray(cases)) wrong.push(...(await tryOpen(world, operation, cases.open)));
      else for (const one of cases) wrong.push(...(await tryCase(world, operation, one)));
    }
    expect(wrong).toEqual([]);
  },
  EVERY_ROUTE_MS,
);

const ADMINISTRATOR = { id: 'administrator', region: '320302' };

/** Ways in that are over, or narrower than their operator: each route has to refuse them. */
const OVER = ['ended', 'expired', 'idle-session', 'disabled'];
const only = (scope: Scope) => `only-${scope.replace(':', '-')}`;
const without = (scope: Scope) => `without-${scope.replace(':', '-')}`;

/** A session and a token of the street's operator to be ended, and the ways in above. */
async function bearersOf({ services: { db, clock } }: District) {
  const at = clock.now();
  const hourAgo = new Date(at.valueOf() - 3_600_000);
  const disabled = { id: 'disabled', region: '320302' };
  await db
    .insertInto('operators')
    .values({
      ...disabled,
      district: '320302',
      name: '秦离',
      role: 'administrator',
      unit: null,
      disabled_at: at,
    })
    .execute();
  const bearer = (token: string, wish: Partial<NewBearer> = {}) =>
    bearerRow(token, { operator: ADMINISTRATOR, kind: 'token', at: hourAgo, ...wish });
  const operator = { id: 'street', region: '320302004' };
  const session = bearer('session of the street', { operator, kind: 'session' });
  const token = bearer('token of the street', { operator, name: '夜间导出' });
  const idle = {
    ...bearer('idle-session', { kind: 'session' }),
    used_at: new Date(at.valueOf() - 3 * 3_600_000),
  };
  await db
    .insertInto('tokens')
    .values([
      session,
      token,
      { ...bearer('ended'), ended_at: hourAgo },
      bearer('expired', { expiresAt: at }),
      idle,
      bearer('disabled', { operator: disabled }),
      ...SCOPES.flatMap((scope) => [
        bearer(only(scope), { scopes: [scope] }),
        bearer(without(scope), { scopes: SCOPES.filter((other) => noun(other) !== noun(scope)) }),
      ]),
    ])
    .execute();
  return { session: session.id, token: token.id };
}

/** Open to all, or of one scope. */
function isGuarded({ signedIn, scope }: Operation): boolean {
  return !signedIn || scope === 'signed_in' || SCOPES.some((known) => known === scope);
}

function noun(scope: Scope): string {
  return scope.replace(/:.*/, '');
}

async function thingsOf(world: World): Promise<Things> {
  const { district, residentToken, attachments, handedOver, requests: filed } = world;
  await beginShifts(district);
  const centre = district.as('administrator');
  const requests = (await centre.get<{ items: RequestSummary[] }>('/v1/requests')).body.items;
  const approvals = (await centre.get<{ items: Approval[] }>('/v1/approvals')).body.items;
  const pending = await district.as('duty').post<{ no: string }>('/v1/notices', {
    title: '演练集合',
    body: '周五下午三点在广场集合',
    audience: { regions: ['320302004001'] },
  });
  const sent = await centre.get<{ items: { no: string }[] }>('/v1/notices?state=sent');
  const inState = (state: string) => requests.find((request) => request.state === state)?.no ?? '';
  return {
    submitted: [...filed][0] ?? '',
    attachment: attachments[0] ?? '',
    assigned: inState('assigned'),
    resolved: inState('resolved'),
    approval: approvals[0]?.id ?? '',
    sentNotice: sent.body.items[0]?.no ?? '',
    pendingNotice: pending.body.no,
    residentToken,
    handedOver: handedOver[0] ?? '',
    returned: await returnedTwice(district),
    claimed: await claimedByDuty(district, inState('in_progress')),
    ...(await bearersOf(district)),
  };
}

/** The two who keep duty are on it. */
async function beginShifts(district: District): Promise<void> {
  for (const person of ['administrator', 'duty'] as const)
    await district.as(person).post('/v1/duty/shifts', {});
}

/** By housing, then by urban management, in a district where administrators alone decide on returns. */
async function returnedTwice(district: District): Promise<string> {
  const [centre, housing, urban] = [
    district.as('administrator'),
    district.as('housing'),
    district.as('urban'),
  ];
  await centre.put('/v1/approval-settings/return', {
    ...{ limit: { limit: 2, unit: 'working_day' }, grantsItself: false, decider: 'administrator' },
  });
  const { no } = await centre.file();
  await centre.act(no, 'accept');
  await centre.act(no, 'assign', { to: 'agency:housing' });
  const { approval } = await housing.act(no, 'return', { reason: '属城管' });
  await centre.post(`/v1/approvals/${approval?.id}/grant`, {}, { 'if-match': '*' });
  await centre.act(no, 'assign', { to: 'agency:urban_management' });
  await urban.act(no, 'return', { reason: '属房产' });
  return no;
}

/** Held by the duty officer; and a step of the ladder, whose pager is not there. */
async function claimedByDuty(district: District, no: string): Promise<string> {
  await district.as('duty').put(`/v1/requests/${no}/claim`);
  await district.as('administrator').put('/v1/paging/1', {
    ...{ cause: 'promised', afterHours: 4, who: '值班长', url: 'http://127.0.0.1:9/' },
  });
  return no;
}

/** Status of a call and, where one is looked for, whether the things show. */
async function call(world: World, operation: Operation, one: Omit<Case, 'may'>, token: string | undefined) {
  const response = await world.district.app.request(one.path, {
    method: operation.method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'if-match': '*',
      ...one.headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(one.body !== undefined && { body: JSON.stringify(one.body) }),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (isStream) await response.body?.cancel();
  const body = isStream ? undefined : ((await response.json()) as never);
  if (response.status >= 300 || one.shows === undefined || body === undefined) return String(response.status);
  return one.shows(body) ? '200 with it' : '200 without it';
}

async function tryCase(world: World, operation: Operation, one: Case): Promise<string[]> {
  const wrong: string[] = [];
  const success = operation.responses[201] ? '201' : '200';
  const [inside, outside] = one.shows ? ['200 with it', '200 without it'] : [success, '404'];
  for (const person of PEOPLE) {
    const isBarred = BUSINESS.test(operation.scope ?? '') && BARRED.some((barred) => barred === person);
    const isForbidden = isBarred || one.forbidden?.includes(person);
    const otherwise = one.conflicts?.includes(person) ? '409' : isForbidden ? '403' : outside;
    const expected = one.may.includes(person) ? inside : otherwise;
    const answered = await call(world, operation, one, person);
    if (answered !== expected)
      wrong.push(`${operation.id} ${one.path} as ${person}: ${answered}, not ${expected}`);
  }
  for (const [token, expected] of await waysIn(world, operation, one)) {
    const answered = await call(world, operation, one, token);
    if (answered !== expected)
      wrong.push(`${operation.id} with token ${token}: ${answered}, not ${expected}`);
  }
  return wrong;
}

/** Tokens that are refused everywhere, one without the route's scope, and one with no other, which does what its operator may. */
async function waysIn(
  world: World,
  operation: Operation,
  one: Case,
): Promise<[string | undefined, string][]> {
  const refused = [undefined, 'unknown', ...OVER].map((token): [string | undefined, string] => [
    token,
    '401',
  ]);
  const scope = SCOPES.find((known) => known === operation.scope);
  if (scope === undefined) return refused;
  return [
    ...refused,
    [without(scope), '403'],
    [only(scope), one.besides ? '403' : await call(world, operation, one, 'administrator')],
  ];
}

/** Scopes of routes that show or change business data. */
const BUSINESS = /^(requests|notices|progress):/;

/** Open without a token, and a token makes no difference. */
async function tryOpen(world: World, operation: Operation, one: OpenCase): Promise<string[]> {
  const wrong: string[] = [];
  for (const token of [undefined, 'unknown', 'yunlong']) {
    const answered = await call(world, operation, one, token);
    const isExpected = one.answers ? answered === one.answers : /^20[01]$/.test(answered);
    if (!isExpected) wrong.push(`${operation.id} with token ${token}: ${answered}`);
  }
  return wrong;
}

/** Asked with a body, and change nothing that anybody owns. */
const NO_WRITES = ['countAudience', 'lookUpRequest', 'verifyAudit'];
/** Nobody is anybody yet: the entry is that of the session which comes of it, and the tests of sign-in look for it. */
const BEFORE_SIGN_IN = ['askForDeviceCode', 'askForDeviceToken'];
const WRITES = OPERATIONS.filter(
  ({ id, method }) => method !== 'GET' && ![...NO_WRITES, ...BEFORE_SIGN_IN].includes(id),
);

test.each(WRITES)('$id leaves an entry in the audit, and a dry run of it none', async (operation) => {
  const world = await openWorld();
  const table: Partial<Record<string, Case[] | { open: OpenCase }>> = everyRoute(await thingsOf(world));
  const cases = table[operation.id];
  const one = Array.isArray(cases) ? cases[0] : cases?.open;
  if (one === undefined) throw new Error(`${operation.id} is not in the table of who may do what`);
  const token = 'may' in one ? one.may[0] : undefined;
  const before = await doneEntries(world);
  const inEarnest = { ...one, path: one.path.replace(/[?&]dryRun=true/, '') };
  if (inEarnest.path !== one.path) {
    expect(await call(world, operation, one, token)).toMatch(/^20/);
    expect(await doneEntries(world)).toBe(before);
  }
  expect(await call(world, operation, inEarnest, token)).toMatch(/^20/);
  expect(await doneEntries(world)).toBeGreaterThan(before);
});

async function doneEntries({ district }: World): Promise<number> {
  const { count } = await district.services.db
    .selectFrom('audit')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('outcome', '=', 'done')
    .executeTakeFirstOrThrow();
  return count;
}
