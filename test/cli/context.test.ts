import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AUTHORITY, EXPIRED, NOT_A_CERTIFICATE } from './certificates.ts';
import { makeHome, runDistrict } from './run-district.ts';

let home: ReturnType<typeof makeHome>;
beforeEach(() => {
  home = makeHome();
});
afterEach(() => home.remove());

const run = (...args: string[]) => runDistrict(args, { env: home.env });
const kept = (file: string) =>
  readFileSync(join(home.env['DISTRICT_CONFIG_DIR'] ?? '', file), { encoding: 'utf8' });

/** Signs a context in by a token, without a platform that would be asked about it. */
async function keepToken(context: string, origin: string, token: string) {
  const { keepTokens } = await import('../../src/session/credentials.ts');
  const endsAt = '2026-10-09T00:30:00Z';
  const holder = { name: '王磊', role: 'duty_officer', region: '鼓楼区' } as const;
  await keepTokens(home.env['DISTRICT_CONFIG_DIR'] ?? '', { [context]: { origin, token, holder, endsAt } });
}

test('a platform is kept with all that is said of it, and the list shows it in words', async () => {
  const added = await run(
    ...['context', 'add', 'gulou', 'https://gulou.example/', '--ca', AUTHORITY],
    ...['--proxy', 'http://proxy.example:3128', '--colour', 'red', '--guard'],
  );
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(added.stdout).toContain('district login --context gulou');
  await keepToken('gulou', 'https://gulou.example', 'a-secret');
  await run('context', 'use', 'gulou');
  const { stdout } = await run('context', 'list');
  expect(stdout).toContain('https://gulou.example');
  expect(stdout).toMatch(/\*.*鼓楼区 王磊 duty officer.*2026-10-09 08:30.*type its name.*red/);
  const json = JSON.parse((await run('context', 'list', '--json')).stdout);
  expect(json.items).toEqual([
    {
      name: 'gulou',
      url: 'https://gulou.example',
      ca: AUTHORITY,
      proxy: 'http://proxy.example:3128',
      colour: 'red',
      guard: true,
      current: true,
      signedIn: {
        holder: { name: '王磊', role: 'duty_officer', region: '鼓楼区' },
        endsAt: '2026-10-09T00:30:00Z',
        store: 'file',
      },
    },
  ]);
  expect(kept('settings.json')).not.toContain('a-secret');
});

test.each([
  [['-x', 'https://a.example'], 'option'],
  [['a b', 'https://a.example'], 'A context cannot be called "a b".'],
  [['../a', 'https://a.example'], 'A context cannot be called'],
  [['sandbox-mine', 'https://a.example'], 'is a name of the sandbox'],
  [['a', 'a.example'], 'is not a web address'],
  [['a', 'http://a.example'], 'is not HTTPS'],
  [['a', 'https://me:secret@a.example'], 'must not hold a name or a password'],
  [['a', 'https://a.example', '--proxy', 'proxy.example'], 'is no address of a proxy'],
  [['a', 'https://a.example', '--proxy', 'http://me:secret@proxy.example'], 'DISTRICT_PROXY'],
  [['a', 'https://a.example', '--colour', 'rde'], 'Did you mean red?'],
  [['a', 'https://a.example', '--ca', '/nowhere.pem'], '/nowhere.pem cannot be read (ENOENT)'],
  [['a', 'https://a.example', '--ca', NOT_A_CERTIFICATE], 'holds no certificate'],
  [['a', 'https://a.example', '--ca', EXPIRED], 'expired on 2020-01-01'],
])('context add %j says what is wrong and keeps nothing', async (args, sentence) => {
  const { code, stdout, stderr } = await run('context', 'add', ...args);
  expect(stderr).toContain(sentence);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(JSON.parse((await run('context', 'list', '--json')).stdout)).toEqual({ items: [] });
});

test('a name that is taken is refused; set changes it, none takes a value away', async () => {
  await run('context', 'add', 'a', 'https://a.example', '--colour', 'red', '--guard');
  const again = await run('context', 'add', 'a', 'https://b.example');
  expect(again.code).toBe(6);
  expect(again.stderr).toContain('district context set a');
  const { code, stdout } = await run(
    ...['context', 'set', 'a', '--url', 'https://b.example', '--colour', 'none', '--unguarded', '--json'],
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ name: 'a', url: 'https://b.example' });
});

test('a token goes along when its context is renamed, and goes with it when it is removed', async () => {
  await run('context', 'add', 'old', 'https://a.example');
  await run('context', 'add', 'other', 'https://b.example');
  await run('context', 'use', 'old');
  await keepToken('old', 'https://a.example', 'a-secret');
  const renamed = await run('context', 'rename', 'old', 'new');
  expect(renamed.stdout).toBe('old -> new (still the current one)\n');
  expect(JSON.parse(kept('credentials.json'))).toEqual({
    new: expect.objectContaining({ token: 'a-secret' }),
  });
  expect((await run('context', 'rename', 'new', 'other')).code).toBe(6);
  const removed = await run('context', 'remove', 'new');
  expect(removed.stdout).toContain('Removed new and its token.');
  expect(removed.stdout).toContain('It was the current one; none is chosen now, so it is sandbox.');
  expect(kept('credentials.json')).toBe('{}\n');
  expect((await run('context', 'remove', 'new')).stderr).toContain('Known: other.');
});

test('config explain names where each value of the context came from, and shows no secret', async () => {
  await run('context', 'add', 'a', 'https://a.example', '--proxy', 'http://proxy.example:3128', '--guard');
  await keepToken('a', 'https://a.example', 'a-secret');
  const explain = async (env: Record<string, string>, ...args: string[]) => {
    const { stdout } = await runDistrict(['config', 'explain', ...args, '--json'], {
      env: { ...home.env, ...env },
    });
    const { items } = JSON.parse(stdout) as { items: { key: string; value: string; from: string }[] };
    return Object.fromEntries(items.map(({ key, value, from }) => [key, [value, from]]));
  };
  expect(await explain({}, '--context', 'a')).toMatchObject({
    currentContext: ['a', '--context'],
    'context.url': ['https://a.example', 'contexts.a.url'],
    'context.token': ['kept', 'credentials.json'],
    'context.proxy': ['http://proxy.example:3128', 'contexts.a.proxy'],
    'context.guard': ['true', 'contexts.a.guard'],
    'context.colour': ['', ''],
  });
  expect(
    await explain({ DISTRICT_CONTEXT: 'a', DISTRICT_PROXY: 'http://me:hush@p.example' }, 'context.proxy'),
  ).toEqual({ 'context.proxy': ['http://***@p.example', 'DISTRICT_PROXY'] });
  expect(await explain({ DISTRICT_CONTEXT: 'a', NO_PROXY: '.example' }, 'context.proxy')).toEqual({
    'context.proxy': ['', ''],
  });
  expect(await explain({ DISTRICT_URL: 'https://b.example', DISTRICT_TOKEN: 'hush' })).toMatchObject({
    'context.url': ['https://b.example', 'DISTRICT_URL'],
    'context.token': ['given', 'DISTRICT_TOKEN'],
    'context.guard': ['', ''],
  });
});
