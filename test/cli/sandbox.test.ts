import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeHome, runDistrict } from './run-district.ts';
import { type SandboxHome, startSandbox } from './sandbox-home.ts';

/** Time for PostgreSQL to be made and seeded on a slow machine. */
const START_TIMEOUT_MS = 120_000;

/** Time for a test that runs a dozen commands one after the other. */
vi.setConfig({ testTimeout: 60_000 });

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

async function first(filter: string, context?: string): Promise<string> {
  const [no] = await sandbox.numbers(filter, context);
  if (no === undefined) throw new Error(`the sandbox has nothing for ${filter}`);
  return no;
}

test('status tells scripts where it is and who can sign in', async () => {
  expect(await sandbox.json('sandbox', 'status')).toMatchObject({
    running: true,
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    pid: expect.any(Number),
    anchor: '2026-10-08',
    storm: false,
    live: false,
    contexts: expect.arrayContaining(['sandbox', 'sandbox-duty', 'sandbox-city']),
  });
});

test('the overview counts what its filters list', async () => {
  const { groups } = (await sandbox.json('overview', 'show')) as { groups: { q: string; count: number }[] };
  for (const { q, count } of groups) {
    const page = await sandbox.run(['requests', 'list', '--q', q, '--all']);
    expect(page.stdout.split('\n').filter(Boolean), q).toHaveLength(count);
  }
});

test('a dry run says what would happen and changes nothing', async () => {
  const no = await first('state:submitted');
  const dry = await sandbox.run(['requests', 'accept', no, '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stderr: 'Dry run: nothing was changed.\n' });
  expect(dry.stdout).toContain(`${no}  accepted`);
  expect(await sandbox.json('requests', 'show', no)).toMatchObject({ state: 'submitted' });
});

test('accepting twice is a conflict the second time, and a repeat under the same key is not', async () => {
  const no = await first('state:submitted');
  const once = ['requests', 'accept', no, '--idempotency-key', `accept-${no}`];
  expect((await sandbox.run(once)).code).toBe(0);
  expect((await sandbox.run(once)).code).toBe(0);
  const again = await sandbox.run(['requests', 'accept', no]);
  expect(again.code).toBe(6);
  expect(again.stderr).toContain('accept is open from submitted');
});

test('a request goes from its entry to its resolution, each party doing its own', async () => {
  const items = (await sandbox.json('items', 'list', '--all')) as {
    items: { id: string; agency: string | null }[];
  };
  const item = items.items.find(({ agency }) => agency === 'urban_management')?.id ?? '';
  const entered = await sandbox.json(
    ...['requests', 'create', '--item', item, '--region', '320302003001', '--title', '路灯不亮'],
    ...['--body', '小区北门三盏路灯坏了两周', '--source', 'phone'],
  );
  const { no } = entered as { no: string };
  expect((await sandbox.run(['requests', 'accept', no])).code).toBe(0);
  expect((await sandbox.run(['requests', 'assign', no, '--to', 'agency:urban_management'])).code).toBe(0);
  const handler = ['--context', 'sandbox-agency'];
  expect((await sandbox.run(['requests', 'sign', no])).code).toBe(4);
  expect((await sandbox.run(['requests', 'sign', no, ...handler])).stdout).toContain('in progress');
  const asked = await sandbox.run(['requests', 'resolve', no, '--reply', '已修复', ...handler]);
  expect(asked.stdout).toContain('waits for approval');
  const id = /approval (\S+),/.exec(asked.stdout)?.[1] ?? '';
  expect((await sandbox.run(['approvals', 'grant', id, ...handler])).code).toBe(4);
  expect((await sandbox.run(['approvals', 'grant', id])).stdout).toContain('granted');
  expect((await sandbox.run(['approvals', 'refuse', id, '--reason', '重做'])).code).toBe(6);
  const shown = await sandbox.run(['requests', 'show', no]);
  expect(shown.stdout).toContain('resolved');
  expect(shown.stdout).toContain('[public] resolve(granted)');
  expect(shown.stdout).toContain('已修复');
});

test('outside one’s scope a request does not exist', async () => {
  const own = new Set(await sandbox.numbers('is:open', 'sandbox-community'));
  const other = (await sandbox.numbers('is:open')).find((no) => !own.has(no)) ?? '';
  expect((await sandbox.run(['requests', 'show', other, '--context', 'sandbox-community'])).code).toBe(5);
});

test('a batch from standard input: one outcome each, the failed one does not stop the rest', async () => {
  const [a = '', b = ''] = await sandbox.numbers('state:in_progress -is:awaiting-approval');
  const closed = await first('state:closed');
  const { code, stdout, stderr } = await sandbox.run(['requests', 'remind', '--stdin'], {
    stdin: `${a}\n${closed}\n${b}\n`,
  });
  expect(code).toBe(7);
  expect(stdout.split('\n').map((line) => line.slice(0, a.length))).toEqual([a, b, '']);
  expect(stderr).toContain(`${closed}: `);
  expect(stderr).toContain('2 done, 1 not done.');
});

test('a filter that cannot be read is usage, with the word and the nearest right one', async () => {
  const { code, stderr } = await sandbox.run(['requests', 'list', '--q', 'is:overdu', '--lang', 'zh']);
  expect(code).toBe(2);
  expect(stderr).toContain('是否想写“overdue”');
});

test('a field nobody has is usage with the nearest that exists', async () => {
  const { code, stdout, stderr } = await sandbox.run(['requests', 'list', '--json', 'no,titel']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Did you mean title?');
});

test('the interface can be called directly, and its problems are exit codes', async () => {
  expect(await sandbox.json('api', 'GET', '/v1/me')).toMatchObject({ role: 'administrator' });
  expect((await sandbox.run(['api', 'GET', '/v1/requests/GL000000-0001'])).code).toBe(5);
});

test('progress says by street and dataset who is behind, and --check makes it an exit code', async () => {
  await vi.waitFor(
    async () => {
      const { items } = (await sandbox.json('progress', '--all', '--dataset', 'facility')) as {
        items: unknown[];
      };
      expect(items).toHaveLength(8);
    },
    { timeout: 30_000, interval: 500 },
  );
  const page = (await sandbox.json('progress', '--by', 'street', '--dataset', 'person', '--behind')) as {
    items: { region: { name: string }; unit: { id: string }; verdict: string; gap: number }[];
  };
  expect(page.items.map(({ region, verdict }) => [region.name, verdict])).toEqual([
    ['丰财街道', 'fast_and_wrong'],
    ['铜沛街道', 'behind'],
    ['九里街道', 'behind'],
    ['拾屯街道', 'behind'],
  ]);
  expect(page.items.every(({ unit }) => unit.id === 'person')).toBe(true);
  expect((await sandbox.run(['progress', '--region', '320302008', '--check'])).code).toBe(10);
  expect((await sandbox.run(['progress', '--region', '320302001', '--check'])).code).toBe(0);
  expect((await sandbox.run(['progress', '--region', '320303'])).code).toBe(5);
  expect((await sandbox.run(['progress', '--by', 'stret'])).stderr).toContain('Did you mean street?');
  const misspelt = await sandbox.run(['progress', '--dataset', 'persn']);
  expect([misspelt.code, misspelt.stderr]).toEqual([
    2,
    'There is no dataset "persn": did you mean person?\n',
  ]);
});

test('a context once chosen holds, and a wrong one is named', async () => {
  expect((await sandbox.run(['context', 'use', 'sandbox-duty'])).code).toBe(0);
  expect(await sandbox.json('api', 'GET', '/v1/me')).toMatchObject({ role: 'duty_officer' });
  expect((await sandbox.run(['context', 'use', 'sandbox'])).code).toBe(0);
  expect((await sandbox.run(['requests', 'list', '--context', 'sandbox-dutty'])).stderr).toContain(
    'sandbox-duty',
  );
});

test('--watch tells each change as it comes, until Ctrl-C', async () => {
  const no = await first('is:overdue');
  const args = ['requests', 'list', '--q', `no:${no}`, '--watch', '--ndjson', 'no,reminders'];
  const { code, stdout } = await sandbox.run(args, {
    started: (child) =>
      child.stdout?.on('data', (text) => {
        if (String(text).includes('"present"')) void sandbox.run(['requests', 'remind', no]);
        else child.kill('SIGINT');
      }),
  });
  const [present, changed, ...more] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(present).toMatchObject({ change: 'present', item: { no } });
  expect(changed).toEqual({ change: 'changed', item: { no, reminders: present.item.reminders + 1 } });
  expect({ code, more }).toEqual({ code: 130, more: [] });
});

test('another seed is refused while it runs, the same one is joined', async () => {
  expect((await sandbox.run(['sandbox', 'up', '--storm'])).code).toBe(6);
  expect((await sandbox.run(['sandbox', 'up', '--now', '2026-10-08T08:30'])).code).toBe(0);
});

test(
  'two starts at once make one sandbox, and down leaves none',
  async () => {
    const home = makeHome();
    const run = (...args: string[]) => runDistrict(args, { env: home.env });
    const [one, two] = await Promise.all([
      run('sandbox', 'up', '--json', 'pid'),
      run('sandbox', 'up', '--json', 'pid'),
    ]);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(one.stdout).toBe(two.stdout);
    expect((await run('sandbox', 'down')).code).toBe(0);
    expect(JSON.parse((await run('sandbox', 'status', '--json')).stdout)).toEqual({ running: false });
    expect((await run('requests', 'list')).code).toBe(8);
    home.remove();
  },
  START_TIMEOUT_MS,
);
