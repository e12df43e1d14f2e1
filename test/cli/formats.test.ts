import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jqLines } from '../../src/output/jq.ts';
import { type FakePlatform, fakePlatform } from './fake-platform.ts';
import { makeHome, runDistrict } from './run-district.ts';

const home = makeHome();
const settingsFile = join(home.env['DISTRICT_CONFIG_DIR'] ?? '', 'settings.json');
let platform: FakePlatform;
beforeAll(async () => {
  platform = await fakePlatform(({ path }) =>
    path.includes('/actions/')
      ? { body: { request: ROWS[0], approval: null } }
      : { body: path.startsWith('/v1/requests/') ? ROWS[0] : { items: ROWS, next: null } },
  );
});
afterAll(async () => {
  await platform.close();
  home.remove();
});

const ROWS = [row('GL261112-0042', '路灯不亮, "老人"摔倒'), row('GL261112-0043', '=HYPERLINK("http://x")')];

function row(no: string, title: string) {
  const region = { name: '琵琶街道' };
  return { no, title, region, lead: null, light: 'red', state: 'assigned', promisedDueAt: null };
}

const run = (...args: string[]) =>
  runDistrict(args, { env: { ...home.env, DISTRICT_URL: platform.url, DISTRICT_TOKEN: 'secret' } });

test('--csv is the table, whole, with no formula in it', async () => {
  const { stdout } = await run('requests', 'list', '--csv');
  expect(stdout).toBe(
    'LIGHT,DUE,NO,TITLE,STATE,LEAD,REGION\r\n' +
      'red,-,GL261112-0042,"路灯不亮, ""老人""摔倒",assigned,-,琵琶街道\r\n' +
      `red,-,GL261112-0043,"'=HYPERLINK(""http://x"")",assigned,-,琵琶街道\r\n`,
  );
});

test('--csv with fields has the names of JSON for a heading, --bom begins it for Excel', async () => {
  const { stdout } = await run('requests', 'list', '--csv', 'no,region.name', '--bom');
  expect(stdout).toBe('\ufeffno,region.name\r\nGL261112-0042,琵琶街道\r\nGL261112-0043,琵琶街道\r\n');
});

test('--csv of a batch says what became of each', async () => {
  const { stdout } = await run('requests', 'accept', 'GL261112-0042', '--csv', 'request.state');
  expect(stdout).toBe('id,status,error,request.state\r\nGL261112-0042,done,,assigned\r\n');
});

test('--csv of what is no list wants fields', async () => {
  const { code, stderr } = await run('requests', 'show', 'GL261112-0042', '--csv');
  expect(code).toBe(2);
  expect(stderr).toContain('name the fields');
});

test('--ndjson is one item a line, --jq what jq makes of the document', async () => {
  const lines = await run('requests', 'list', '--ndjson', 'no');
  expect(lines.stdout).toBe('{"no":"GL261112-0042"}\n{"no":"GL261112-0043"}\n');
  const numbers = await run('requests', 'list', '--jq', '.items[] | .no, {t: .title}');
  expect(numbers.stdout.split('\n').slice(0, 2)).toEqual([
    'GL261112-0042',
    '{"t":"路灯不亮, \\"老人\\"摔倒"}',
  ]);
});

test('an expression jq cannot run is a usage error with what jq said, and prints nothing', async () => {
  for (const expression of ['.items[', '.items[].no | error("odd")', '.items[0].no | .[0]']) {
    const { code, stdout, stderr } = await run('requests', 'list', '--jq', expression);
    expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--jq: ');
  }
});

/** About what all requests of a district come to. Reading it byte by byte, copying the rest each time, would outlast the test. */
const LONG_TEXT_BYTES = 3_000_000;

test('jq reads and writes a document of megabytes as fast as it comes', async () => {
  const long = 'x'.repeat(LONG_TEXT_BYTES);
  expect(await jqLines({ items: [{ no: 'GL261112-0042', long }] }, '.items[] | .no, .long')).toEqual([
    'GL261112-0042',
    long,
  ]);
});

test('an expression may stop jq with nothing to print', async () => {
  expect(await jqLines({}, 'halt')).toEqual([]);
});

test('a setting is kept, explained, and used', async () => {
  expect((await run('config', 'set', 'pageSize', '20')).stdout).toBe('pageSize = 20\n');
  expect((await run('config', 'get', 'pageSize')).stdout).toBe('20\n');
  const explained = await run('config', 'explain', '--lang', 'en');
  expect(explained.stdout).toContain('language\ten\tflag\t--lang\n');
  expect(explained.stdout).toContain('pageSize\t20\tsettings file\tpageSize\n');
  expect(explained.stderr).toContain(settingsFile);
  await run('requests', 'list');
  expect(platform.asked.at(-1)?.path).toContain('limit=20');
  const wrong = await run('config', 'set', 'pagesize', '20');
  expect(wrong.stderr).toContain('Did you mean pageSize?');
  const shadowed = await run('config', 'set', 'language', 'zh');
  expect(shadowed.stdout).toContain('For now DISTRICT_LANG goes before it: en.');
});

test('a view is saved, used together with more filter, and removed', async () => {
  const saved = await run('views', 'save', '城管超期', '--q', 'is:overdue to:agency:urban_management');
  expect(saved.code).toBe(0);
  await run('requests', 'list', '--view', '城管超期', '--q', '路灯');
  const asked = new URL(platform.asked.at(-1)?.path ?? '', platform.url);
  expect(asked.searchParams.get('q')).toBe('is:overdue to:agency:urban_management 路灯');
  expect((await run('views', 'list')).stdout).toContain('城管超期\t\tis:overdue to:agency');
  expect((await run('views', 'remove', '城管超期')).code).toBe(0);
  expect((await run('requests', 'list', '--view', '城管超期')).stderr).toContain('Unknown view');
});

test('a view that cannot be read has its word pointed at', async () => {
  const before = readFileSync(settingsFile, 'utf8');
  writeFileSync(settingsFile, JSON.stringify({ views: { 旧: '路灯 is:overdu' } }));
  const { code, stderr } = await run('requests', 'list', '--view', '旧');
  writeFileSync(settingsFile, before);
  expect(code).toBe(2);
  expect(stderr).toBe(
    '路灯 is:overdu\n     ^^^^^^^^^\nView 旧: "is:overdu" cannot be read; did you mean overdue?\n',
  );
});

test('a settings file with a typo is told with the nearest right key, and nothing is lost', async () => {
  const broken = makeHome();
  const directory = broken.env['DISTRICT_CONFIG_DIR'] ?? '';
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'settings.json');
  writeFileSync(file, '{"langauge":"en","views":{"a":"is:open"}}');
  const { code, stderr } = await runDistrict(['requests', 'list'], { env: broken.env });
  const set = await runDistrict(['config', 'set', 'pageSize', '10'], { env: broken.env });
  expect({ code, set: set.code }).toEqual({ code: 1, set: 1 });
  expect(stderr).toContain(`${file}: "langauge" is no setting; did you mean language?`);
  expect(readFileSync(file, 'utf8')).toBe('{"langauge":"en","views":{"a":"is:open"}}');
  broken.remove();
});
