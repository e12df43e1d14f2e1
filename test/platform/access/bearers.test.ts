import type { Scope } from '@district/contract/vocabulary.ts';
import { expect, test } from 'vitest';
import { endBearer, openBearer } from '../../../platform/access/bearers.ts';
import { type District, openDistrict } from '../harness/district.ts';

const DUTY = { id: 'duty', region: '320302' };

async function call(district: District, token: string, path = '/v1/requests'): Promise<string> {
  const response = await district.app.request(path, { headers: { authorization: `Bearer ${token}` } });
  const { code } = (await response.json()) as { code?: string };
  return code ?? String(response.status);
}

function open(district: District, wish: { scopes?: Scope[]; expiresAt?: Date } | 'session') {
  const { db, clock } = district.services;
  return db.transaction().execute((transaction) =>
    openBearer(transaction, {
      operator: DUTY,
      at: clock.now(),
      ...(wish === 'session' ? { kind: 'session' } : { kind: 'token', ...wish }),
    }),
  );
}

test('a session slides with each use, ends when unused for two hours, and after a day at the latest', async () => {
  const district = await openDistrict('2026-11-25T08:00');
  const used = await open(district, 'session');
  const unused = await open(district, 'session');
  for (let hour = 9; hour < 24; hour += 1) {
    district.at(`2026-11-25T${String(hour).padStart(2, '0')}:30`);
    expect(await call(district, used.token)).toBe('200');
  }
  for (const time of ['2026-11-26T01:00', '2026-11-26T02:30', '2026-11-26T04:00', '2026-11-26T05:30']) {
    district.at(time);
    expect(await call(district, used.token)).toBe('200');
  }
  expect(await call(district, unused.token)).toBe('session_ended');
  district.at('2026-11-26T07:20');
  expect(await call(district, used.token)).toBe('200');
  district.at('2026-11-26T08:01');
  expect(await call(district, used.token)).toBe('session_ended');
  expect(await call(district, 'never')).toBe('unauthenticated');
});

test('use is noted once a minute', async () => {
  const district = await openDistrict('2026-11-25T08:00');
  const { token, id } = await open(district, {});
  const usedAt = async () =>
    (
      await district.services.db
        .selectFrom('tokens')
        .select('used_at')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).used_at?.toISOString();
  await call(district, token);
  expect(await usedAt()).toBe('2026-11-25T00:00:00.000Z');
  district.at('2026-11-25T08:01');
  await call(district, token);
  expect(await usedAt()).toBe('2026-11-25T00:00:00.000Z');
  district.at('2026-11-25T08:02');
  await call(district, token);
  expect(await usedAt()).toBe('2026-11-25T00:02:00.000Z');
});

test('an ended token, one past its date and one of a disabled operator stop at the next call', async () => {
  const district = await openDistrict('2026-11-25T08:00');
  const { db } = district.services;
  const ended = await open(district, {});
  const dated = await open(district, { expiresAt: new Date('2026-11-25T01:00Z') });
  const left = await open(district, {});
  for (const { token } of [ended, dated, left]) expect(await call(district, token)).toBe('200');
  const end = () =>
    db
      .transaction()
      .execute((transaction) =>
        endBearer(transaction, { district: '320302', id: ended.id }, district.services.clock.now()),
      );
  expect(await end()).toBe(true);
  expect(await end()).toBe(false);
  expect(await call(district, ended.token)).toBe('session_ended');
  district.at('2026-11-25T09:00');
  expect(await call(district, dated.token)).toBe('session_ended');
  expect(await call(district, left.token)).toBe('200');
  await db.updateTable('operators').set({ disabled_at: new Date() }).where('id', '=', 'duty').execute();
  expect(await call(district, left.token)).toBe('session_ended');
});

test('a token does only what it was made for, and writing includes reading', async () => {
  const district = await openDistrict();
  const { token } = await open(district, { scopes: ['requests:write', 'progress:read'] });
  const answers = await Promise.all(
    ['/v1/me', '/v1/requests', '/v1/overview', '/v1/progress', '/v1/notices'].map((path) =>
      call(district, token, path),
    ),
  );
  expect(answers).toEqual(['200', '200', '200', '200', 'scope_missing']);
});
