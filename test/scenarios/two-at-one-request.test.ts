import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../cli/sandbox-home.ts';

/** Scenario 12, the race in it: two people act on one request, one wins, and the other learns who. */

const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 60_000 });

interface Shown {
  state: string;
  version: number;
  timeline: { action: string; by: { name: string } | null; text: string | null }[];
}

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

const PEOPLE = { 'sandbox-duty': '陈涛', sandbox: '王磊' } as const;
type Context = keyof typeof PEOPLE;

async function submitted(at: number): Promise<string> {
  const numbers = await sandbox.numbers('state:submitted');
  const no = numbers[at];
  if (no === undefined) throw new Error('the sandbox has too little waiting at the desk');
  return no;
}

test('of two who accept at once exactly one does, and the other is told by whom', async () => {
  const no = await submitted(0);
  const contexts: Context[] = ['sandbox-duty', 'sandbox'];
  const runs = await Promise.all(
    contexts.map((context) => sandbox.run(['requests', 'accept', no, '--context', context, '--lang', 'zh'])),
  );
  expect(runs.map(({ code }) => code).sort()).toEqual([0, 6]);
  const winner = contexts[runs.findIndex(({ code }) => code === 0)] as Context;
  const loser = runs.find(({ code }) => code === 6);
  expect(loser?.stderr).toContain(`现状:已受理,经手 ${PEOPLE[winner]}`);
  const { timeline } = (await sandbox.json('requests', 'show', no)) as Shown;
  expect(timeline.filter(({ action }) => action === 'accept').map(({ by }) => by?.name)).toEqual([
    PEOPLE[winner],
  ]);
});

test('who decided on what was already changed by another is refused, and nothing of theirs is kept', async () => {
  const no = await submitted(0);
  const { version } = (await sandbox.json('requests', 'show', no)) as Shown;
  expect((await sandbox.run(['requests', 'accept', no, '--context', 'sandbox-duty'])).code).toBe(0);
  const late = await sandbox.run([
    ...['api', 'POST', `/v1/requests/${no}/actions/decline`, '--body', '{"reason":"不属本区职责"}'],
    ...['--header', `If-Match:"${version}"`, '--lang', 'zh'],
  ]);
  expect(late.code).toBe(6);
  expect(late.stderr).toContain('有人在您之前改动过。现状:已受理,经手 陈涛');
  const { state, timeline } = (await sandbox.json('requests', 'show', no)) as Shown;
  expect(state).toBe('accepted');
  expect(timeline.map(({ text }) => text)).not.toContain('不属本区职责');
});
