import { expect, test } from 'vitest';
import { countAttempt, subjectOf } from '../../../platform/sign-in/attempts.ts';
import { unlock } from '../../../platform/sign-in/manage.ts';
import { type District, openDistrict } from '../harness/district.ts';
import { auditOf, letSignIn, PASSWORD } from './account.ts';
import { Browser, type PageSeen } from './browser.ts';

const HOME = '10.1.0.5';
const STRANGER = '203.0.113.9';

test('five wrong passwords block an account for a minute, then longer, and never for more than a quarter of an hour', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'duty');
  for (let i = 0; i < 5; i += 1) expect((await guess(district, 'duty')).status).toBe(401);
  const blocked = await guess(district, 'duty');
  expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '60']);
  expect(blocked.text).toContain('Try again after 2026-11-25 09:01');
  // Not even the right one, and trying on makes it no longer.
  expect((await guess(district, 'duty', PASSWORD)).status).toBe(429);
  district.at('2026-11-25T09:01');
  expect((await guess(district, 'duty')).status).toBe(401);
  expect((await guess(district, 'duty')).headers.get('retry-after')).toBe('120');
  for (const time of ['09:03', '09:08', '09:17', '09:33', '09:49']) {
    district.at(`2026-11-25T${time}`);
    await guess(district, 'duty');
  }
  expect((await guess(district, 'duty')).headers.get('retry-after')).toBe('900');
  district.at('2026-11-25T10:04');
  expect((await guess(district, 'duty', PASSWORD)).text).toContain('My account');
  expect((await guess(district, 'duty')).status).toBe(401);
  expect(await auditOf(district)).toContain('sign_in.blocked operator:duty');
});

test('a name that nobody has is answered as one that somebody has, also when it is blocked', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'duty');
  const answers = async (login: string) => {
    const seen: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { status, text } = await guess(district, login, 'wrong');
      seen.push(`${status} ${text}`);
    }
    return seen;
  };
  expect(await answers('nobody')).toEqual(await answers('duty'));
  // What was typed may be a password: no more than its beginning is kept.
  expect(await auditOf(district)).toContain('sign_in.refused login:no…');
});

test('strangers who block an account do not lock its owner out where the owner has signed in before', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'duty');
  await guess(district, 'duty', PASSWORD, HOME);
  for (let i = 0; i < 6; i += 1) await guess(district, 'duty', 'wrong', STRANGER);
  expect((await guess(district, 'duty', PASSWORD, '10.1.0.6')).status).toBe(429);
  expect((await guess(district, 'duty', PASSWORD, HOME)).text).toContain('My account');
});

test('an address that has guessed at many names is blocked, others are not, and it cannot go on to block accounts', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'duty');
  const { db, clock, signIn } = district.services;
  const stranger = subjectOf(signIn.secret, 'address', STRANGER);
  for (let i = 0; i < 29; i += 1) await countAttempt(db, stranger, clock.now());
  expect((await guess(district, 'nobody', 'wrong', STRANGER)).status).toBe(401);
  for (let i = 0; i < 6; i += 1) expect((await guess(district, 'duty', 'wrong', STRANGER)).status).toBe(429);
  expect((await guess(district, 'duty', PASSWORD, HOME)).text).toContain('My account');
});

test('a hundred guesses at the same moment are not one', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'duty');
  const browsers = Array.from({ length: 20 }, () => new Browser(district));
  for (const browser of browsers) await browser.open('/sign-in');
  const guesses = browsers.map((browser) => browser.press('Sign in', { login: 'duty', password: 'wrong' }));
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
});

test('an account is unlocked by forgetting its failures', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'duty');
  for (let i = 0; i < 6; i += 1) await guess(district, 'duty');
  await unlock(district.services.db, district.services.signIn.secret, 'duty');
  expect((await guess(district, 'duty', PASSWORD)).text).toContain('My account');
});

test('device codes are guessed ten times', async () => {
  const district = await openDistrict();
  const browser = new Browser(district);
  await browser.open('/device');
  const guessCode = () => browser.press('Go on', { user_code_typed: 'BBBB-BBBB' });
  for (let i = 0; i < 10; i += 1) expect((await guessCode()).status).toBe(422);
  expect((await guessCode()).status).toBe(429);
});

test('the phone of a request is guessed ten times', async () => {
  const district = await openDistrict();
  const { no } = await district.as('administrator').file();
  const lookUp = (phoneLast4: string) =>
    district.anyone.post('/v1/public/requests/look-up', { no, phoneLast4 });
  for (let i = 0; i < 10; i += 1) expect((await lookUp('0000')).status).toBe(404);
  const blocked = await lookUp('1234');
  expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '60']);
  district.at('2026-11-25T09:01');
  expect((await lookUp('1234')).status).toBe(200);
  expect((await lookUp('0000')).status).toBe(404);
});

function guess(district: District, login: string, password = 'wrong', address?: string): Promise<PageSeen> {
  return new Browser(district, address === undefined ? {} : { 'x-test-address': address }).signIn(
    login,
    password,
  );
}
