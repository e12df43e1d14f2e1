import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from './sandbox-home.ts';

const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 60_000 });

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

const AS_DUTY = ['--context', 'sandbox-duty'] as const;

interface Card {
  item: { request: { no: string } };
  suggestions: { action: string }[];
}

test('next shows the first that is free with what is suggested, and passes over what others have claimed', async () => {
  const next = async () => (await sandbox.json('triage', 'next', ...AS_DUTY)) as Card;
  const first = await next();
  expect(first.suggestions.length).toBeGreaterThan(0);
  const { no } = first.item.request;
  expect(await sandbox.run(['requests', 'claim', no])).toMatchObject({ code: 0 });
  expect((await next()).item.request.no).not.toBe(no);
  const lost = await sandbox.run(['requests', 'claim', no, ...AS_DUTY, '--lang', 'zh']);
  expect(lost.code).toBe(6);
  expect(lost.stderr).toMatch(/已有人认领。王磊 已认领,到 2026-10-08 12:\d\d。/);
  expect((await sandbox.run(['requests', 'release', no])).stdout).toContain('free');
  expect((await next()).item.request.no).toBe(no);
});

test('list --check ends with 10 when something is overdue, for cron', async () => {
  expect((await sandbox.run(['requests', 'list', '--check'])).code).toBe(10);
  expect((await sandbox.run(['requests', 'list', '--q', 'state:closed', '--check'])).code).toBe(0);
  expect((await sandbox.run(['triage', 'list', '--limit', '1', '--check'])).code).toBe(10);
});

test('what is put off is gone from one’s own list until it is woken; a time that is none is said so', async () => {
  const { no } = ((await sandbox.json('triage', 'next', ...AS_DUTY)) as Card).item.request;
  const numbers = async () => {
    const page = await sandbox.json('triage', 'list', '--all', ...AS_DUTY);
    return (page as { items: { request: { no: string } }[] }).items.map(({ request }) => request.no);
  };
  expect(await sandbox.run(['requests', 'snooze', no, '--until', '2h', ...AS_DUTY])).toMatchObject({
    code: 0,
  });
  expect(await numbers()).not.toContain(no);
  await sandbox.run(['requests', 'wake', no, ...AS_DUTY]);
  expect(await numbers()).toContain(no);
  expect(await sandbox.run(['requests', 'snooze', no, '--until', 'later', ...AS_DUTY])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"later" is no time.'),
  });
  expect(await sandbox.run(['requests', 'snooze', no, '--until', '80h', ...AS_DUTY])).toMatchObject({
    code: 2,
  });
});

test('watch tells each change as a line, goes on after an id, and ends when it is told to', async () => {
  const [no = ''] = await sandbox.numbers('is:overdue');
  const note = (text: string) => sandbox.run(['requests', 'note', no, '--text', text]);
  const watchUntil = (count: number, ...args: string[]) => {
    const lines: { id: string; no: string; action: string }[] = [];
    let enough = () => {};
    let isEnough = false;
    let rest = '';
    const reached = new Promise<void>((resolve) => (enough = resolve));
    const run = sandbox.run(['requests', 'watch', '--ndjson', ...args], {
      started: (child) => {
        child.stdout?.on('data', (chunk: Buffer | string) => {
          const whole = (rest + String(chunk)).split('\n');
          rest = whole.pop() ?? '';
          for (const line of whole) lines.push(JSON.parse(line));
          if (lines.length < count || isEnough) return;
          // Once: a second Ctrl-C would not wait for the last word.
          isEnough = true;
          child.kill('SIGINT');
          enough();
        });
      },
    });
    return { run, reached, lines };
  };
  // From the beginning there is one to find, whenever the stream stands.
  await note('第一条');
  const first = watchUntil(1, '--after', '0.0');
  await first.reached;
  expect(await first.run).toMatchObject({ code: 130, stderr: 'Interrupted; nothing was changed.\n' });
  await note('第二条');
  await note('第三条');
  const last = first.lines.at(-1)?.id ?? '';
  const second = watchUntil(2, '--after', last);
  await second.reached;
  await second.run;
  const seen = second.lines.filter((line) => line.no === no && line.action === 'note');
  expect(seen.length).toBeGreaterThanOrEqual(2);
  expect(second.lines.map(({ id }) => id)).not.toContain(last);
});

test('an administrator sets who is paged, sees it, tries it, and takes it out again', async () => {
  const run = (...args: string[]) => sandbox.run(['paging', ...args]);
  const step = ['--cause', 'unclaimed', '--after', '2', '--who', '值班长'];
  const set = await run('set', '1', ...step, '--url', 'http://127.0.0.1:9/hook');
  expect(set).toMatchObject({ code: 0, stdout: expect.stringMatching(/whsec_\S{32}\n$/) });
  expect((await run('show')).stdout).toContain('overdue, claimed by nobody');
  expect(await run('test', '1')).toMatchObject({
    code: 10,
    stdout: expect.stringContaining('not delivered'),
  });
  expect((await run('pages', '--state', 'failed', '--check')).code).toBe(10);
  expect(await run('set', '1', ...step, '--url', 'http://pager.example/')).toMatchObject({ code: 2 });
  expect(await sandbox.run(['paging', 'show', ...AS_DUTY])).toMatchObject({ code: 4 });
  expect(await run('remove', '1')).toMatchObject({ code: 0 });
  expect((await run('remove', '1')).code).toBe(5);
});
