import { afterAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { makeHome, runDistrict } from './run-district.ts';

const home = makeHome();
afterAll(home.remove);

const run = (...args: string[]) => runDistrict(args, { env: home.env });

test('--version is the version of the package', async () => {
  expect(await run('--version')).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

test('--help names every noun, in the language asked for', async () => {
  const english = await run('--help');
  expect(english.code).toBe(0);
  expect(english.stdout).toContain('requests of residents');
  const chinese = await run('--help', '--lang', 'zh');
  expect(chinese.stdout).toContain('办件');
  expect(chinese.stdout).not.toContain('Options:');
});

test('help of a verb shows its options, its choices and an example', async () => {
  const { code, stdout } = await run('requests', 'extend', '--help');
  expect(code).toBe(0);
  expect(stdout).toContain('--limit <N>');
  expect(stdout).toContain('(required)');
  expect(stdout).toContain('district requests extend GL261112-0042');
});

test.each([
  [['requets', 'list'], 'Did you mean requests?'],
  [['requests', 'lst'], 'Did you mean list?'],
  [['requests', 'list', '--sotr', 'due'], 'Did you mean --sort?'],
  [['requests', 'list', '--sort', 'newst'], 'Did you mean newest?'],
  [['requests', 'list', '--lang', 'eng'], 'Did you mean en?'],
])('%j is a usage error with the nearest right word', async (args, hint) => {
  const { code, stdout, stderr } = await run(...args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(hint);
});

test.each([
  [['requests', 'extend', 'GL261112-0042', '--limit', '3'], 'Missing --reason TEXT.'],
  [['requests', 'callback', 'GL261112-0042'], 'Missing --reached yes|no.'],
  [['requests', 'accept'], 'Name at least one NO.'],
  [['requests', 'show', 'GL26'], '"GL26" is not a request number.'],
  [['requests', 'assign', 'GL261112-0042', '--to', 'housing'], '--to "housing" names no unit.'],
  [['requests', 'list', '--limit', '0'], '--limit must be a whole number'],
  [['sandbox', 'up', '--now', 'tomorrow'], 'is not a time.'],
])('%j says what is missing or wrong', async (args, sentence) => {
  const { code, stderr } = await run(...args);
  expect(stderr).toContain(sentence);
  expect(code).toBe(2);
});

test('without a terminal the console is refused and the one-shot commands are named', async () => {
  const { code, stdout, stderr } = await run();
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('district overview show');
});

test('nobody signed in is exit 3 with the way to sign in', async () => {
  const { code, stderr } = await run('requests', 'list');
  expect(code).toBe(3);
  expect(stderr).toContain('district sandbox up');
  expect(stderr).toContain('DISTRICT_TOKEN');
});

test('a sandbox that does not run says so', async () => {
  const { code, stdout } = await run('sandbox', 'status', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ running: false });
});
