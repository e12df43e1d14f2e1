import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestSummary, Stats } from '@district/contract/types.ts';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../cli/sandbox-home.ts';

/** The first working day after the holiday: the report of September, made by one command, opened again and checked by hand. */

const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 60_000 });

let sandbox: SandboxHome;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'district-report-'));
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.stop();
}, START_TIMEOUT_MS);

type Row = readonly (string | number | null)[];

async function report(...options: string[]): Promise<Map<string, Row[]>> {
  const file = join(folder, '月报.xlsx');
  const run = await sandbox.run(
    ['requests', 'stats', '--month', '2026-09', '--xlsx', file, '--lang', 'zh', ...options],
    { env: { TZ: 'America/Los_Angeles' } },
  );
  expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('共 8 张表') });
  const { sheets } = await readXlsx(readFileSync(file));
  // As everything the console writes: its owner’s alone.
  expect(statSync(file).mode & 0o777).toBe(0o600);
  return new Map(sheets.map(({ name, rows }) => [name, rows as unknown as Row[]]));
}

async function listed(q: string): Promise<RequestSummary[]> {
  const page = (await sandbox.json('requests', 'list', '--all', '--q', q)) as { items: RequestSummary[] };
  return page.items;
}

test('has a sheet for each grouping and one that says how the figures are reckoned', async () => {
  const sheets = await report();
  expect([...sheets.keys()]).toEqual([
    ...['按部门', '按街道', '按社区', '按事项', '按类别', '按来源', '按月份'],
    '口径',
  ]);
  expect(sheets.get('按部门')?.[0]?.slice(0, 5)).toEqual(['部门', '登记', '并案', '存量', '响应率']);
  const formulas = sheets.get('口径')?.map((row) => row.join('|')) ?? [];
  expect(formulas.find((row) => row.startsWith('满意率'))).toContain('回访不到');
  expect(formulas.find((row) => row.startsWith('办理时长中位数'))).toContain('不是工作时间');
  expect(formulas.find((row) => row.startsWith('期间'))).toContain('2026-09-01 - 2026-09-30');
});

test('its numbers are those of the lists, whatever zone the machine is in', async () => {
  const sheets = await report();
  const september = 'submitted:>=2026-09-01 submitted:<=2026-09-30 -is:merged';
  for (const [name, group] of [
    ['按部门', { 城市管理局: 'to:agency:urban_management' }],
    ['按来源', { '12345转办': 'source:hotline' }],
    ['按月份', { '2026-09': '' }],
  ] as const) {
    const rows = sheets.get(name) ?? [];
    for (const [label, term] of Object.entries(group)) {
      const row = rows.find(([first]) => first === label);
      const requests = await listed(`${term} ${september}`.trim());
      expect(requests.length).toBeGreaterThan(0);
      expect(row?.[1]).toBe(requests.length);
      const due = requests.filter(({ state }) => state !== 'declined' && state !== 'withdrawn');
      const resolved = due.filter(({ state }) => state === 'resolved' || state === 'closed');
      const at = rows[0]?.indexOf('办结率') ?? -1;
      expect(row?.slice(at + 1, at + 4)).toEqual([resolved.length, due.length, requests.length - due.length]);
      expect(row?.[at]).toBeCloseTo(resolved.length / due.length, 3);
    }
    expect(rows.at(-1)?.[0]).toBe('合计');
    expect(rows.at(-1)?.[1]).toBe((await listed(september)).length);
  }
});

test('a community with fewer than five opinions has no satisfaction rate: its cell says so', async () => {
  const sheets = await report('--q', 'category:government');
  const rows = sheets.get('按社区') ?? [];
  const at = rows[0]?.indexOf('满意率') ?? -1;
  const few = rows.filter((row) => Number(row[at + 2]) > 0 && Number(row[at + 2]) < 5);
  expect(few.length).toBeGreaterThan(0);
  for (const row of few) expect(row.slice(at, at + 2)).toEqual(['不足5件', null]);
});

test('as CSV and JSON it says the same; with --explain how', async () => {
  const options = ['requests', 'stats', '--by', 'category', '--month', '2026-09'];
  const csv = (await sandbox.run([...options, '--csv', '--lang', 'zh'])).stdout.trim().split('\r\n');
  const stats = (await sandbox.json(...options)) as Stats;
  expect(csv[0]).toMatch(/^分组,登记,并案,存量,响应率,响应率分子,响应率分母,响应率不计,/);
  expect(csv.slice(1).map((line) => Number(line.split(',')[1]))).toEqual([
    ...stats.rows.map(({ received }) => received),
    stats.total.received,
  ]);
  const explained = await sandbox.run([...options, '--explain', '--json']);
  expect(JSON.parse(explained.stdout).formulas.onTime.name.zh).toBe('承诺期内办结率');
  expect(explained.stderr).toContain('left out: merged, declined and withdrawn ones');
});

test.each([
  [['--month', '2026-13'], 'is no month'],
  [['--month', '2026-09', '--from', '2026-09-01'], 'leave out --from'],
  [['--from', '2026-02-30'], 'is no date'],
  [['--from', '2024-01-01'], 'longer than 366 days'],
  [['--by', 'agencies'], 'Did you mean agency?'],
  [['--q', 'source:hotlin'], 'hotline'],
  [['--xlsx', '/no/such/folder/report.xlsx'], 'cannot be written: ENOENT'],
])('%j is refused with what is wrong', async (options, sentence) => {
  const run = await sandbox.run(['requests', 'stats', ...options]);
  expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(sentence) });
  expect(existsSync('/no')).toBe(false);
});
