import { type ChildProcess } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../cli/sandbox-home.ts';
import { openTerminal } from '../terminal/real/open-terminal.ts';
import { roadTo } from './road.ts';

/** Scenario 3: the line dies at item 137 of a batch; after logging in again `resume` finishes it, no item twice, conflicts listed. */

const START_TIMEOUT_MS = 120_000;
/** Four hundred writes and more, one by one, on a busy machine. */
vi.setConfig({ testTimeout: 180_000 });

interface Row {
  no: string;
  reminders: number;
}
interface Summary {
  id: string;
  state: string;
  total: number;
  done: number;
  unknown: number;
  left: number;
}

const remind = (filter: string) => ['requests', 'remind', '--q', filter, '--remark', '节前到期,请今天答复'];
const ALL = 'is:overdue';
/** Enough to break in the middle of. */
const SOME = 'is:overdue to:agency:housing';

let sandbox: SandboxHome;
let url = '';
beforeAll(async () => {
  sandbox = await startSandbox('--storm');
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);
beforeEach(async () => {
  url = ((await sandbox.json('sandbox', 'status')) as { url: string }).url;
});

/** How often each of the requests has been reminded of. */
async function reminders(filter: string): Promise<Map<string, number>> {
  const page = await sandbox.json(
    ...['requests', 'list', '--q', filter, '--all', '--context', 'sandbox-duty'],
  );
  return new Map((page as { items: Row[] }).items.map(({ no, reminders }) => [no, reminders]));
}

/** Signs the duty officer in anew. */
async function logIn(): Promise<string> {
  const { stdout, stderr } = await sandbox.run([
    ...['token', 'create', '--name', '值班', '--scope', 'requests:write', '--until', '2026-12-31'],
    ...['--context', 'sandbox-duty'],
  ]);
  expect(stdout.trim(), stderr).toMatch(/^dc_/);
  return stdout.trim();
}

async function openBatch(): Promise<Summary> {
  const { items } = (await sandbox.json('batches', 'list')) as { items: Summary[] };
  const [batch] = items;
  if (batch?.state !== 'open') throw new Error(`no open batch, but ${JSON.stringify(items)}`);
  return batch;
}

const isAction = ({ url: path = '', method }: IncomingMessage) =>
  method === 'POST' && path.includes('/actions/');

/** Something that happens when the platform has done the nth action and nobody has heard of it yet, nor hears until it is mended. */
function breakAt(nth: number, happens: () => unknown) {
  let actions = 0;
  const mended = Promise.withResolvers<void>();
  return {
    after: async (request: IncomingMessage) => {
      if (!isAction(request)) return;
      actions += 1;
      if (actions === nth) await happens();
      if (actions >= nth) await mended.promise;
    },
    mend: () => mended.resolve(),
  };
}

test('the line dies at item 137 of 400: after logging in again resume finishes it, no item twice, conflicts listed', async () => {
  const before = await reminders(ALL);
  expect(before.size).toBe(400);
  let officer: ChildProcess | undefined;
  const line = breakAt(137, () => officer?.kill('SIGKILL'));
  const road = await roadTo(url, line);
  const torn = await sandbox.run(remind(ALL), {
    env: { DISTRICT_URL: road, DISTRICT_TOKEN: await logIn() },
    started: (child) => (officer = child),
  });
  line.mend();
  expect(torn.code).toBeNull();
  const [, id = ''] = /^Batch (\S+): 400 items/m.exec(torn.stderr) ?? [];
  expect(await openBatch()).toMatchObject({ id, total: 400 });
  const { done, unknown, left } = await openBatch();
  expect(unknown).toBeGreaterThan(0);
  expect(done + unknown + left).toBe(400);

  // Meanwhile somebody else takes two of those that were not come to.
  const halfway = await reminders(ALL);
  const others = [...halfway]
    .filter(([no, times]) => times === before.get(no))
    .slice(-2)
    .map(([no]) => no);
  const { items: shown } = (await sandbox.json('batches', 'show', id)) as {
    items: { id: string; status: string }[];
  };
  expect(shown.filter((one) => others.includes(one.id)).map(({ status }) => status)).toEqual([
    'waiting',
    'waiting',
  ]);
  expect((await sandbox.run(['requests', 'remind', ...others, '--context', 'sandbox'])).code).toBe(0);

  const again = { DISTRICT_URL: road, DISTRICT_TOKEN: await logIn() };
  const resumed = await sandbox.run(['batches', 'resume'], { env: again });
  expect(resumed.code).toBe(7);
  expect(resumed.stderr).toContain(`Batch ${id}: 400 items, ${done} done before, ${400 - done} to go.`);
  for (const no of others) expect(resumed.stderr).toMatch(new RegExp(`^${no}: .*王磊`, 'm'));
  expect(resumed.stderr).toContain('398 done, 2 not done.');
  expect(resumed.stdout.trim().split('\n')).toHaveLength(398 - done);

  const once = new Map([...before].map(([no, times]) => [no, times + 1]));
  expect(await reminders(ALL)).toEqual(once);
  const told = await sandbox.run(['batches', 'show', id]);
  expect(told.stdout).toContain('finished  400 items: 398 done, 2 refused, 0 unknown, 0 left');
  const [, , , firstItem, secondItem] = told.stdout.split('\n');
  expect([firstItem, secondItem].map((line) => line?.slice(0, others[0]?.length)).sort()).toEqual(
    others.sort(),
  );
  expect(await sandbox.run(['batches', 'resume', id], { env: again })).toMatchObject({
    code: 7,
    stderr: expect.stringContaining('has nothing left to do'),
  });
  expect(await reminders(ALL)).toEqual(once);
});

test('nobody else goes on with it, and not at another platform', async () => {
  let officer: ChildProcess | undefined;
  const road = await roadTo(
    url,
    breakAt(3, () => officer?.kill('SIGKILL')),
  );
  await sandbox.run(remind(SOME), {
    env: { DISTRICT_URL: road, DISTRICT_TOKEN: await logIn() },
    started: (child) => (officer = child),
  });
  const { id } = await openBatch();
  const elsewhere = await sandbox.run(['batches', 'resume', id, '--context', 'sandbox']);
  expect(elsewhere).toMatchObject({ code: 6, stdout: '' });
  expect(elsewhere.stderr).toContain(
    `This batch was begun by 陈涛 at ${road}: only they go on with it there.`,
  );
  const cancelled = await sandbox.run(['batches', 'cancel', id]);
  expect(cancelled).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/is cancelled: \d+ done, 0 refused, \d+ unknown; \d+ will not be done/),
  });
  expect((await sandbox.run(['batches', 'resume', id])).code).toBe(6);
});

test('a token revoked in the middle is exit 3 after what was done, and the hint finishes it', async () => {
  const before = await reminders(SOME);
  const token = await logIn();
  const line = breakAt(20, async () => {
    await fetch(new URL('/v1/session', url), {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    line.mend();
  });
  const road = await roadTo(url, line);
  const run = await sandbox.run(remind(SOME), { env: { DISTRICT_URL: road, DISTRICT_TOKEN: token } });
  expect(run.code).toBe(3);
  expect(run.stdout.trim().split('\n').length).toBeGreaterThanOrEqual(19);
  const [, id = ''] = /resume with district batches resume (\S+);/.exec(run.stderr) ?? [];
  const done = await sandbox.run(['batches', 'resume', id], {
    env: { DISTRICT_URL: road, DISTRICT_TOKEN: await logIn() },
  });
  expect(done.code, done.stderr).toBe(0);
  expect(await reminders(SOME)).toEqual(new Map([...before].map(([no, times]) => [no, times + 1])));
});

test('the platform is killed in the middle and started again: the batch goes on where it was', async () => {
  const before = await reminders(SOME);
  const { pid } = (await sandbox.json('sandbox', 'status')) as { pid: number };
  const run = await sandbox.run([...remind(SOME), '--context', 'sandbox-duty'], {
    started: (child) => child.stdout?.once('data', () => process.kill(pid, 'SIGKILL')),
  });
  expect([7, 8]).toContain(run.code);
  expect((await sandbox.run(['sandbox', 'up', '--now', '2026-10-08T08:30', '--storm'])).code).toBe(0);
  const done = await sandbox.run(['batches', 'resume', '--context', 'sandbox-duty']);
  expect(done.code, done.stderr).toBe(0);
  expect(await reminders(SOME)).toEqual(new Map([...before].map(([no, times]) => [no, times + 1])));
});

test('a console whose line dies in the middle offers the batch, and pressing Enter finishes it', async () => {
  sandbox.clearDesk();
  const before = await reminders(ALL);
  const env = { ...sandbox.env, DISTRICT_TOKEN: await logIn() };
  let hangUp = () => {};
  const line = breakAt(5, () => hangUp());
  const road = await roadTo(url, line);
  const sitDown = async () => {
    const desk = await openTerminal({ env: { ...env, DISTRICT_URL: road } });
    onTestFinished(() => desk.hangUp());
    return desk;
  };
  const torn = await sitDown();
  hangUp = torn.hangUp;
  await torn.sees('现在要办');
  torn.press('2', '/', 'Ctrl-U');
  torn.types('is:overdue');
  torn.press('Enter');
  await torn.sees(/^>.*GL/m);
  torn.press(...Array<string>(12).fill(' '));
  await torn.sees('已选12');
  torn.press('r');
  await torn.sees('催办  12 件');
  torn.types('请今天答复');
  await torn.sees('备注> 请今天答复');
  torn.press('Enter');
  await torn.ends(129);
  line.mend();
  expect(await openBatch()).toMatchObject({ total: 12 });

  const desk = await sitDown();
  await desk.sees('上次没有做完');
  await desk.sees('未发的 催办,12 件');
  await desk.sees(`批次 ${(await openBatch()).id}`);
  desk.press('Enter');
  await desk.sees('备注> 请今天答复');
  desk.press('Enter');
  await desk.sees('已催办 12 件。');
  desk.press('q');
  await desk.leaves(0);
  const after = await reminders(ALL);
  const grown = [...after].filter(([no, times]) => times !== before.get(no));
  expect(grown).toHaveLength(12);
  expect(grown.every(([no, times]) => times === (before.get(no) ?? 0) + 1)).toBe(true);
});
