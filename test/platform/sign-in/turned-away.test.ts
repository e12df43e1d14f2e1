import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../../platform/http/app.ts';
import { TURNED_AWAY_WAITING_MAX } from '../../../platform/http/limits.ts';
import { FamiliarAddresses } from '../../../platform/sign-in/familiar-addresses.ts';
import { QueueFull } from '../../../platform/sign-in/laned-queue.ts';
import { TurnedAway } from '../../../platform/sign-in/turned-away.ts';
import { listen } from '../../../platform/start/listen.ts';
import { openDistrict } from '../harness/district.ts';
import { letSignIn, PASSWORD } from './account.ts';
import { Browser, siteAt } from './browser.ts';

test('so many wait to be told that there is no room; the next hears it at once, until one of them hangs up', async () => {
  const turnedAway = new TurnedAway();
  const people = Array.from({ length: TURNED_AWAY_WAITING_MAX }, () => new AbortController());
  const waits = people.map(({ signal }) => turnedAway.hold(signal));
  const late = new AbortController();
  expect(await turnedAway.hold(late.signal)).toBe(false);
  people[0]?.abort();
  expect(await waits[0]).toBe(true);
  const held = turnedAway.hold(late.signal);
  expect(await turnedAway.hold(late.signal)).toBe(false);
  for (const person of [...people, late]) person.abort();
  expect(await held).toBe(true);
  expect(new Set(await Promise.all(waits))).toEqual(new Set([true]));
});

/** A platform with no room for anybody to sign in, behind a real socket. */
async function fullPlatform(turnedAway: Pick<TurnedAway, 'hold'>) {
  const district = await openDistrict();
  const signIn = {
    ...district.services.signIn,
    turnedAway: turnedAway as TurnedAway,
    admit: () => Promise.reject(new QueueFull()),
  };
  const listening = await listen(createApp({ ...district.services, signIn }), '127.0.0.1', 0);
  onTestFinished(() => listening.close());
  return listening.url;
}

test('whoever finds no room to wait in either is told when to come back, and the connection ends', async () => {
  const browser = new Browser(siteAt(await fullPlatform({ hold: async () => false })));
  await browser.open('/sign-in');
  const told = await browser.press('Sign in', { login: 'duty', password: PASSWORD });
  expect([told.status, told.headers.get('connection'), told.headers.get('retry-after')]).toEqual([
    503,
    'close',
    '60',
  ]);
  expect(told.text).toContain('Too many people are signing in');
});

test('whoever hangs up waits no longer', async () => {
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const url = await fullPlatform({
    hold: async (gone) => {
      gone.addEventListener('abort', () => ended.resolve());
      begun.resolve();
      await ended.promise;
      return true;
    },
  });
  const visitor = new AbortController();
  const site = siteAt(url);
  const browser = new Browser({
    app: { request: (path, init, env) => site.app.request(path, { ...init, signal: visitor.signal }, env) },
  });
  await browser.open('/sign-in');
  const asked = browser.press('Sign in', { login: 'duty', password: PASSWORD });
  await begun.promise;
  visitor.abort();
  await expect(asked).rejects.toThrow('abort');
  await ended.promise;
});

test('whoever has just got in from a new address is no stranger there from then on', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'duty');
  const { familiar } = district.services.signIn;
  expect(await familiar.has('127.0.0.1')).toBe(false);
  const browser = new Browser(district);
  await browser.signIn('duty', PASSWORD);
  const { address } = await district.services.db
    .selectFrom('familiar_addresses')
    .select('address')
    .executeTakeFirstOrThrow();
  expect(await familiar.has(address)).toBe(true);
  expect(await new FamiliarAddresses(district.services.db).has(address)).toBe(true);
});
