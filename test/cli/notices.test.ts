import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AudienceCount, InboxPage, NoticeDetail, NoticeSummary } from '@district/contract/types.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from './sandbox-home.ts';

/** Time for PostgreSQL to be made and seeded on a slow machine. */
const START_TIMEOUT_MS = 120_000;

vi.setConfig({ testTimeout: 120_000 });

interface Status {
  url: string;
  pid: number;
  resident: { community: string; token: string };
}

let sandbox: SandboxHome;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'district-notices-'));
  sandbox = await startSandbox();
  // Until the residents are in, an audience is not counted; the client asks again by itself for a while.
  for (let seeded = false; !seeded; ) {
    const { url } = (await sandbox.json('sandbox', 'status')) as Status;
    const info = (await (await fetch(`${url}/v1/platform`)).json()) as {
      sandbox: { seeded: { done: number; total: number } };
    };
    seeded = info.sandbox.seeded.done === info.sandbox.seeded.total;
  }
}, START_TIMEOUT_MS);
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
}, START_TIMEOUT_MS);

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const WATER =
  '---\ntitle: 停水通知\nregions: 320302004\nchannels: inbox, site\n---\n今晚二十点至次日六点停水,请提前储水。\n';

async function inbox(): Promise<InboxPage> {
  const { url, resident } = (await sandbox.json('sandbox', 'status')) as Status;
  const response = await fetch(`${url}/v1/public/inbox`, { headers: { 'x-resident-token': resident.token } });
  return (await response.json()) as InboxPage;
}

test('the sandbox has 150,000 residents in 50,000 households, and notices in several states', async () => {
  const path = '/v1/notices/audience';
  const body = JSON.stringify({ regions: ['320302000000'] });
  const counted = await sandbox.run(['api', 'POST', path, '--body', body]);
  const { persons, households } = JSON.parse(counted.stdout) as AudienceCount;
  expect([persons, households]).toEqual([
    149_983,
    expect.toSatisfy((n: number) => n > 49_900 && n <= 50_000),
  ]);
  const { items } = (await sandbox.json('notices', 'list')) as { items: NoticeSummary[] };
  expect(new Set(items.map(({ state }) => state))).toEqual(
    new Set(['draft', 'pending_approval', 'sent', 'partially_failed', 'recalled']),
  );
  expect(items.find(({ state }) => state === 'partially_failed')?.counts.failed).toBe(17);
});

test('push, approval by another, deliveries, the resident’s inbox, recall', async () => {
  const file = write('water.md', WATER);
  const dry = await sandbox.run(['notices', 'push', '--file', file, '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stderr: 'Dry run: nothing was changed.\n' });
  const pushed = await sandbox.run(['notices', 'push', '--file', file]);
  expect(pushed.stdout).toMatch(
    /^(TZ-GL261008-\d{4}) {2}to approve {2}停水通知 {2}19,136 persons, [\d,]+ households\n/,
  );
  expect(pushed.stdout).toMatch(
    /To be approved by 李娜\(approver\), 周敏\(city administrator\): district notices approve TZ-/,
  );
  const no = pushed.stdout.slice(0, 16);

  const again = await sandbox.run(['notices', 'push', '--file', file, '--context', 'sandbox-street']);
  expect(again.code).toBe(6);
  expect(again.stderr).toContain(no);

  const own = await sandbox.run(['notices', 'approve', no]);
  expect(own.code).toBe(4);
  expect(own.stderr).toContain('whoever publishes does not approve');

  expect((await sandbox.run(['notices', 'approve', no, '--context', 'sandbox-approver'])).code).toBe(0);
  const watched = await sandbox.run(['notices', 'watch', no, '--json']);
  expect(watched.code).toBe(0);
  const lines = watched.stdout.trim().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    no,
    state: 'sent',
    counts: { delivered: 19_136, failed: 0 },
  });

  const deliveries = (await sandbox.json('notices', 'deliveries', no, '--limit', '3')) as {
    items: unknown[];
  };
  expect(deliveries.items[0]).toMatchObject({
    resident: expect.stringMatching(/^.\*+$/),
    state: 'delivered',
  });
  expect((await inbox()).items[0]).toMatchObject({ no, title: '停水通知', recalled: false });

  expect((await sandbox.run(['notices', 'recall', no, '--reason', '时间有误'])).code).toBe(0);
  expect((await inbox()).items[0]).toMatchObject({ no, recalled: true, body: null });
});

test('a notice that did not reach everybody ends with 7 and says who was missed', async () => {
  const { items } = (await sandbox.json('notices', 'list', '--state', 'partially_failed')) as {
    items: NoticeSummary[];
  };
  const no = items[0]?.no ?? '';
  const watched = await sandbox.run(['notices', 'watch', no]);
  expect(watched.code).toBe(7);
  expect(watched.stderr).toContain('17 not delivered');
  const missed = await sandbox.run(['notices', 'deliveries', no, '--state', 'failed', '--all']);
  expect(missed.stdout.trim().split('\n')).toHaveLength(17);
});

test('bad input is refused in a sentence, with 2', async () => {
  const cases: readonly (readonly [args: string[], says: string | RegExp])[] = [
    [['--file', join(folder, 'none.md')], 'There is no file'],
    [['--file', write('a.md', '---\nregions: 320302\n---\n正文')], 'has no title'],
    [['--file', write('b.md', '---\ntitle: 停水\n---\n')], 'has no body'],
    [['--file', write('c.md', Buffer.from([0xbd, 0xf1, 0xcd, 0xed]))], 'is not UTF-8'],
    [
      ['--file', write('d.md', '---\ntitel: 停水\n---\n正文')],
      /line 2: there is no key "titel".*\n.*Did you mean title/,
    ],
    [['--file', write('e.md', '---\ntitle: 停水\n---\n正文')], 'no region is named'],
    [['--file', write('f.md', '---\ntitle: 停水\nchannels: wechat\n---\n正文')], 'no channel "wechat"'],
    [
      ['--file', write('g.md', `---\ntitle: ${'长'.repeat(41)}\nregions: 320302\n---\n正文`)],
      'The channel inbox takes a title of 40',
    ],
    [
      ['--file', write('h.md', `---\ntitle: 停水\nregions: 320302\n---\n${'长'.repeat(5_001)}`)],
      'a body of 5000',
    ],
    [['--title', '停水', '--body', '正文', '--region', '3203025'], '"3203025" is not a region code'],
    [['--title', '停水'], 'There is no text'],
  ];
  for (const [args, says] of cases) {
    const { code, stderr } = await sandbox.run(['notices', 'push', ...args]);
    expect(`${code} ${stderr}`).toMatch(typeof says === 'string' ? new RegExp(`^2 .*${says}`) : says);
  }
  const unknown = await sandbox.run([
    'notices',
    'push',
    '--title',
    '停水',
    '--body',
    '正文',
    '--region',
    '320302099',
  ]);
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    expect.stringContaining('There is no region 320302099000'),
  ]);
});

test('a platform killed midway finishes after it is started again, and nobody gets it twice', async () => {
  const wish = ['--title', '大风预警', '--body', '今夜有大风,请关好门窗,远离广告牌。', '--region', '320302'];
  const { no } = (await sandbox.json('notices', 'push', ...wish)) as NoticeDetail;
  expect((await sandbox.run(['notices', 'approve', no, '--context', 'sandbox-approver'])).code).toBe(0);
  const { pid } = (await sandbox.json('sandbox', 'status')) as Status;
  let delivered = 0;
  while (delivered === 0)
    ({ delivered } = ((await sandbox.json('notices', 'show', no)) as NoticeDetail).counts);
  process.kill(pid, 'SIGKILL');
  expect(delivered).toBeLessThan(149_983);
  expect((await sandbox.run(['sandbox', 'up'])).code).toBe(0);
  const watched = await sandbox.run(['notices', 'watch', no, '--json']);
  expect(watched.code).toBe(0);
  const notice = (await sandbox.json('notices', 'show', no)) as NoticeDetail;
  expect(notice).toMatchObject({
    state: 'sent',
    counts: { total: 149_983, delivered: 149_983, failed: 0 },
    deliveries: [{ state: 'delivered', count: 149_983 }],
  });
  expect((await inbox()).items.filter((item) => item.no === no)).toHaveLength(1);
});
