import { checkCharacter } from '@district/contract/identity-document.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findToken } from '../../src/session/credentials.ts';
import { type SandboxHome, startSandbox } from '../cli/sandbox-home.ts';
import { roadTo } from './road.ts';

/** Scenario 11: a scripted export is masked; a look without a case is refused; a token revoked mid-run stops it. */

const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 60_000 });

/** The sandbox's people have phones of one range of test numbers, and documents of a county that does not exist. */
const PHONE = /1380000\d{4}/;
const DOCUMENT = /320399\d{11}[\dX]/;

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

interface Exported {
  no: string;
  applicant: { name: string; phone: string } | null;
}

test('a script exports the requests of vulnerable people with everything about them masked', async () => {
  const { code, stdout } = await sandbox.run([
    'requests',
    'export',
    '--q',
    'is:vulnerable',
    '--all',
    '--csv',
  ]);
  expect(code).toBe(0);
  const [heading, ...rows] = stdout.trim().split('\r\n');
  expect(heading).toBe('NO,SUBMITTED,TITLE,STATE,REGION,NAME,PHONE,IDENTITY,ADDRESS');
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.every((row) => /,[^,]\*+,138\*{4}\d{4},/.test(row))).toBe(true);
  expect(stdout).toMatch(/3203\*{10}/);
  expect(stdout).not.toMatch(PHONE);
  expect(stdout).not.toMatch(DOCUMENT);
  for (const format of ['--json', '--ndjson']) {
    const run = await sandbox.run(['requests', 'export', '--q', 'is:vulnerable', format]);
    expect(run.stdout).not.toMatch(PHONE);
    expect(run.stdout).not.toMatch(DOCUMENT);
  }
});

test('nobody sees more without saying for which case', async () => {
  const [no = ''] = await sandbox.numbers('is:vulnerable');
  const look = (...more: string[]) => sandbox.run(['requests', 'reveal', no, ...more]);
  expect(await look()).toMatchObject({ code: 2, stderr: expect.stringContaining('--purpose') });
  expect(await look('--purpose', '回访', '--case', '')).toMatchObject({ code: 2, stdout: '' });
  const body = '{"purpose":"回访","fields":["phone"]}';
  const bare = await sandbox.run(['api', 'POST', `/v1/requests/${no}/reveal`, '--body', body]);
  expect(bare.code).toBe(2);
  expect(bare.stdout + bare.stderr).not.toMatch(PHONE);
  const whole = await sandbox.run(['requests', 'export', '--unmasked', '--purpose', '回访']);
  expect(whole).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('without a purpose and a case'),
  });
  expect(await sandbox.json('requests', 'reveals', no)).toEqual({ items: [] });
});

test('whoever gives both sees it, and everybody can see that they have', async () => {
  const [no = ''] = await sandbox.numbers('is:vulnerable');
  const seen = await sandbox.run(['requests', 'reveal', no, '--purpose', '上门走访']);
  expect(seen.code).toBe(0);
  expect(seen.stdout).toMatch(PHONE);
  const exported = (await sandbox.json(
    ...[
      'requests',
      'export',
      '--q',
      `no:${no}`,
      '--unmasked',
      '--purpose',
      '帮扶核对',
      '--case',
      'BF-2026-07',
    ],
  )) as { items: Exported[] };
  expect(exported.items[0]?.applicant?.phone).toMatch(PHONE);
  const { items } = (await sandbox.json('requests', 'reveals', no)) as { items: object[] };
  expect(items).toMatchObject([
    { means: 'export', purpose: '帮扶核对', case: 'BF-2026-07' },
    { means: 'reveal', purpose: '上门走访', case: no },
  ]);
});

test('a document’s number goes in and is looked for by standard input alone, and comes out masked', async () => {
  const number = `32039919470101123${checkCharacter('32039919470101123')}`;
  const created = await sandbox.run(
    [
      ...[
        'requests',
        'create',
        '--item',
        'street_light_repair',
        '--region',
        '320302004001',
        '--title',
        '路灯不亮',
      ],
      ...[
        '--body',
        '北门路灯坏了',
        '--name',
        '孙桂英',
        '--phone',
        '13800009999',
        '--vulnerable',
        '--json',
        'no',
      ],
      ...['--identity-type', 'resident_identity', '--identity-stdin'],
    ],
    { stdin: `${number}\n` },
  );
  const { no } = JSON.parse(created.stdout) as { no: string };
  const shown = await sandbox.run(['requests', 'show', no]);
  expect(shown.stdout).toContain(`孙**  138****9999  resident identity 3203**********${number.slice(-4)}`);
  const found = await sandbox.run(['requests', 'find', '--identity-stdin', '--purpose', '核对', '--json'], {
    stdin: `${number.slice(0, 6)} ${number.slice(6)}`.toLowerCase(),
  });
  expect((JSON.parse(found.stdout) as { items: Exported[] }).items.map((one) => one.no)).toEqual([no]);
  expect(found.stdout + shown.stdout).not.toContain(number);
  const mistyped = await sandbox.run(
    [
      ...[
        'requests',
        'create',
        '--item',
        'street_light_repair',
        '--region',
        '320302004001',
        '--title',
        '路灯不亮',
      ],
      ...['--body', '坏了', '--name', '孙桂英', '--phone', '13800009999'],
      ...['--identity-type', 'resident_identity', '--identity-stdin'],
    ],
    { stdin: number.replace('1947', '1948') },
  );
  expect(mistyped).toMatchObject({ code: 2, stderr: expect.stringContaining('check character') });
});

test('a token revoked while its export runs stops it there, and the script is told', async () => {
  const { url } = (await sandbox.json('sandbox', 'status')) as { url: string };
  const token = await findToken(
    sandbox.env['DISTRICT_CONFIG_DIR'] ?? '',
    'sandbox-duty',
    new URL(url).origin,
  );
  if (token === undefined) throw new Error('nobody is signed in as the duty officer');
  let pages = 0;
  const road = await roadTo(url, {
    before: async () => {
      pages += 1;
      if (pages < 3) return;
      const headers = { authorization: `Bearer ${token}` };
      await fetch(new URL('/v1/session', url), { method: 'DELETE', headers });
    },
  });
  const run = await sandbox.run(['requests', 'export', '--all', '--csv'], {
    env: { DISTRICT_URL: road, DISTRICT_TOKEN: token },
  });
  expect(pages).toBe(3);
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain('was ended');
});
