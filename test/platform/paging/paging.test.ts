import { createHmac } from 'node:crypto';
import type { Page, PagingPage, Problem, SavedPagingStep } from '@district/contract/types.ts';
import { describe, expect, test } from 'vitest';
import { climb } from '../../../platform/paging/climb.ts';
import { deliverPages } from '../../../platform/paging/deliver.ts';
import { resealPagingSecrets } from '../../../platform/paging/reseal.ts';
import { type District, openDistrict } from '../harness/district.ts';
import { KEY_TEXT, keysFrom } from '../harness/keys.ts';
import { openReceiver, type Receiver } from './receiver.ts';

const STEP = { cause: 'promised', afterHours: 4, who: '分管领导' };

async function withStep(over: object = {}): Promise<{ district: District; pager: Receiver; secret: string }> {
  const district = await openDistrict('2026-11-02T09:00');
  const pager = await openReceiver();
  const set = await district
    .as('administrator')
    .put<SavedPagingStep>('/v1/paging/1', { ...STEP, url: pager.url, ...over });
  expect(set.status).toBe(200);
  return { district, pager, secret: set.body.secret ?? '' };
}

async function assigned(district: District, urgent = false): Promise<string> {
  const centre = district.as('administrator');
  const { no } = await centre.file({ urgent });
  await centre.act(no, 'accept');
  await centre.act(no, 'assign', { to: 'agency:urban_management' });
  return no;
}

async function pages(district: District): Promise<PagingPage[]> {
  return (await district.as('administrator').get<Page<PagingPage>>('/v1/pages')).body.items;
}

async function run({ services }: District): Promise<void> {
  await climb(services);
  await deliverPages(services);
}

describe('the ladder', () => {
  test('pages once, signed, of what has been over long enough, and tells nothing personal', async () => {
    const { district, pager, secret } = await withStep();
    const no = await assigned(district);
    // Promised until the ninth at 24:00: four hours over at 04:00, told when offices open.
    district.at('2026-11-10T03:59');
    await run(district);
    district.at('2026-11-10T04:30');
    await run(district);
    expect(pager.received).toEqual([]);
    district.at('2026-11-10T08:30');
    await run(district);
    await run(district);
    const [page] = pager.received;
    expect(pager.received).toHaveLength(1);
    const {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    } = page?.headers ?? {};
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${page?.body}`).digest('base64');
    expect(signature).toBe(`v1,${mac}`);
    expect(timestamp).toBe(String(Date.parse('2026-11-10T08:30:00+08:00') / 1_000));
    expect(JSON.parse(page?.body ?? '')).toEqual({
      type: 'district.requests.overdue',
      timestamp: '2026-11-10T00:30:00.000Z',
      data: {
        ...{ district: '320302', step: 1, cause: 'promised', who: '分管领导', exercise: false },
        ...{ count: 1, urgent: 0, more: 0 },
        requests: [{ no, light: 'red', pastStatutory: false, urgent: false }],
      },
    });
    expect(await pages(district)).toMatchObject([
      { id, state: 'delivered', attempts: 1, answer: '204', numbers: [no] },
    ]);
  });

  test('at night nobody is paged but of what is urgent', async () => {
    const { district, pager } = await withStep({ afterHours: 0 });
    await assigned(district);
    const urgent = await assigned(district, true);
    district.at('2026-11-10T02:00');
    await run(district);
    expect(pager.received.map(({ body }) => JSON.parse(body).data)).toMatchObject([
      { count: 1, urgent: 1, requests: [{ no: urgent }] },
    ]);
    district.at('2026-11-10T08:30');
    await run(district);
    expect(pager.received.map(({ body }) => JSON.parse(body).data.count)).toEqual([1, 1]);
  });

  test('what is claimed, or whose unit was reminded, is no cause where these are', async () => {
    const { district, pager } = await withStep({ cause: 'unclaimed', afterHours: 0 });
    const administrator = district.as('administrator');
    await administrator.put('/v1/paging/2', { ...STEP, cause: 'unreminded', afterHours: 0, url: pager.url });
    const [claimed, reminded] = [await assigned(district), await assigned(district)];
    district.at('2026-11-10T09:00');
    await administrator.put(`/v1/requests/${claimed}/claim`);
    await administrator.act(reminded, 'remind');
    await run(district);
    expect(
      pager.received.map(({ body }) => {
        const { data } = JSON.parse(body);
        return [data.cause, data.requests.map(({ no }: { no: string }) => no)];
      }),
    ).toEqual([
      ['unclaimed', [reminded]],
      ['unreminded', [claimed]],
    ]);
  });

  test('a page that does not arrive is tried again with growing pauses, under one id, and given up in the end', async () => {
    const { district, pager } = await withStep({ afterHours: 0 });
    await assigned(district);
    pager.answers.push(500, 'hang up', { to: pager.url });
    district.at('2026-11-10T09:00');
    await run(district);
    await run(district);
    expect(await pages(district)).toMatchObject([{ state: 'waiting', attempts: 1, answer: '500' }]);
    for (const time of ['09:01', '09:03', '09:13']) {
      district.at(`2026-11-10T${time}`);
      await run(district);
    }
    expect(pager.received).toHaveLength(4);
    expect(new Set(pager.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await pages(district)).toMatchObject([{ state: 'delivered', attempts: 4 }]);
    // Another one, at a receiver that sends on to somewhere else each time.
    await assigned(district);
    pager.answers.push(...Array.from({ length: 9 }, () => ({ to: pager.url })));
    for (const day of [20, 21, 22, 23, 24, 25, 26]) {
      district.at(`2026-11-${day}T10:00`);
      await run(district);
    }
    expect((await pages(district))[0]).toMatchObject({
      state: 'failed',
      attempts: 6,
      answer: '307 (redirects are not followed)',
      nextAt: null,
    });
    expect(pager.received).toHaveLength(10);
  });

  test('an exercise is marked as one, and tells what came back', async () => {
    const { district, pager } = await withStep();
    const administrator = district.as('administrator');
    const tested = await administrator.post<PagingPage>('/v1/paging/1/test', {});
    expect(tested.body).toMatchObject({ exercise: true, state: 'delivered', answer: '204' });
    expect(JSON.parse(pager.received[0]?.body ?? '')).toMatchObject({
      type: 'district.exercise',
      data: { exercise: true, count: 0 },
    });
    pager.answers.push(410);
    const refused = await administrator.post<PagingPage>('/v1/paging/1/test', {});
    expect(refused.body).toMatchObject({ state: 'failed', answer: '410' });
  });
});

describe('a step', () => {
  test.each([
    ['http://pager.example.gov.cn/', 'https://'],
    ['ftp://127.0.0.1/', 'https://'],
    ['https://a:b@pager.example.gov.cn/', 'name or password'],
    ['pager', 'not an address'],
  ])('does not lead to %s', async (url, why) => {
    const district = await openDistrict();
    const set = await district.as('administrator').put<Problem>('/v1/paging/1', { ...STEP, url });
    expect(set).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(set.body.detail).toContain(why);
  });

  test('keeps its secret sealed, tells it once, and the audit never', async () => {
    const { district, secret } = await withStep();
    const { db } = district.services;
    expect(secret).toMatch(/^whsec_/);
    const row = await db.selectFrom('paging_steps').selectAll().executeTakeFirstOrThrow();
    expect(row.secret).not.toContain(secret.slice(6));
    const changed = await district
      .as('administrator')
      .put<SavedPagingStep>('/v1/paging/1', { ...STEP, url: 'https://pager.example.gov.cn/k3y' });
    expect(changed.body).not.toHaveProperty('secret');
    const kept = await db.selectFrom('paging_steps').select('secret').executeTakeFirstOrThrow();
    expect(kept.secret).toBe(row.secret);
    const audited = JSON.stringify(await db.selectFrom('audit').selectAll().execute());
    const answers = JSON.stringify(await db.selectFrom('idempotency_keys').selectAll().execute());
    expect(audited + answers).not.toContain(secret.slice(6));
    expect(audited).not.toContain('k3y');
  });

  test('is sealed anew with a new key', async () => {
    const { district, pager, secret } = await withStep({ afterHours: 0 });
    const { db, clock } = district.services;
    const other = `aes-256-gcm.v1:${Buffer.alloc(32, 'another key').toString('base64url')}`;
    const keys = keysFrom(`${KEY_TEXT}\n${other}`);
    const { id, algorithm } = keys.current();
    await db.insertInto('sealing_keys').values({ id, algorithm, added_at: clock.now() }).execute();
    for await (const done of resealPagingSecrets(db, keys)) expect(done).toBe(1);
    await assigned(district);
    district.at('2026-11-10T09:00');
    await climb(district.services);
    await deliverPages({ ...district.services, keys: keysFrom(other) });
    const [page] = pager.received;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const text = `${page?.headers['webhook-id']}.${page?.headers['webhook-timestamp']}.${page?.body}`;
    expect(page?.headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(text).digest('base64')}`,
    );
  });

  test('is not overwritten by whoever saw an older one', async () => {
    const { district } = await withStep();
    const put = (version: string) =>
      district
        .as('administrator')
        .put<Problem>(
          '/v1/paging/1',
          { ...STEP, url: 'https://pager.example.gov.cn/' },
          { 'if-match': version },
        );
    expect((await put('"1"')).status).toBe(200);
    expect((await put('"1"')).body.code).toBe('version_mismatch');
  });
});
