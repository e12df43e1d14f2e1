import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, expect, onTestFinished, test } from 'vitest';
import { type FakePlatform, fakePlatform } from '../../cli/fake-platform.ts';
import { makeHome } from '../../cli/run-district.ts';
import { type Desk, openTerminal } from './open-terminal.ts';

/** What a busy platform takes for an answer; short work tells nothing of itself. */
const ANSWER_MS = 600;

const home = makeHome();
let platform: FakePlatform;
afterEach(() => platform.close());
afterAll(home.remove);

async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Desk> {
  const desk = await openTerminal({
    args,
    env: { ...home.env, DISTRICT_URL: platform.url, DISTRICT_TOKEN: 'secret', ...env },
  });
  onTestFinished(() => desk.hangUp());
  return desk;
}

const numbers = Array.from({ length: 8 }, (_, at) => `GL261112-000${at + 1}`);

/** Takes its time for each request; the last one waits until it is let go. */
async function slowPlatform(): Promise<() => void> {
  const last = Promise.withResolvers<void>();
  platform = await fakePlatform(async ({ path }) => {
    if (path === '/v1/me') return { body: { id: 'duty', name: '陈涛', role: 'duty_officer' } };
    const no = path.split('/')[3] ?? '';
    await (no === numbers.at(-1) ? last.promise : delay(ANSWER_MS));
    const request = { no, state: 'accepted', lead: null, promisedDueAt: '2026-11-17T16:00:00Z' };
    return { body: { request, approval: null } };
  });
  return last.resolve;
}

test('a batch tells how far it is below what it has done, and leaves only that behind', async () => {
  const release = await slowPlatform();
  const desk = await run(['requests', 'accept', ...numbers]);
  await desk.sees(/^GL261112-0007 .*\n\[#+\.+\] 已办 [67]\/8 件$/m);
  release();
  await desk.sees(/GL261112-0008 .*\n办成 8 件。/);
  expect(desk.emulator.text()).not.toContain('已办');
  await desk.ends(0);
});

test('read aloud nothing is written over', async () => {
  const release = await slowPlatform();
  const desk = await run(['requests', 'accept', ...numbers], { DISTRICT_SCREEN_READER: '1' });
  await desk.sees('GL261112-0007');
  expect(desk.emulator.text()).not.toMatch(/已办|\[#/);
  release();
  await desk.sees('办成 8 件。');
  await desk.ends(0);
});

test('an export tells how many rows it has, and the rows alone are left', async () => {
  const last = Promise.withResolvers<void>();
  platform = await fakePlatform(async ({ body }) => {
    const page = Number((body as { cursor?: string }).cursor ?? 1);
    await (page === 8 ? last.promise : delay(ANSWER_MS));
    return { body: { items: [{ no: `GL261112-000${page}` }], next: page === 8 ? null : String(page + 1) } };
  });
  const desk = await run(['requests', 'export', '--all', '--csv', 'no']);
  await desk.sees(/^已取得 [67] 行$/m);
  last.resolve();
  await desk.sees('GL261112-0008');
  expect(desk.emulator.text()).not.toContain('已取得');
  await desk.ends(0);
});
