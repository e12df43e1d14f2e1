import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FakePlatform, fakePlatform } from './fake-platform.ts';
import { makeHome, runDistrict } from './run-district.ts';

const home = makeHome();
afterAll(home.remove);
let platform: FakePlatform;
beforeEach(() => {
  platform.asked.length = 0;
});

beforeAll(async () => {
  platform = await fakePlatform(({ path }) => {
    const request = { no: path.split('/')[3], state: 'accepted', lead: null, promisedDueAt: null };
    return { body: path.includes('/actions/') ? { request, approval: null } : { items: [], next: null } };
  });
  const { keepTokens } = await import('../../src/session/credentials.ts');
  const configDir = home.env['DISTRICT_CONFIG_DIR'] ?? '';
  for (const [name, ...more] of [['prod', '--guard'], ['drill']] as const) {
    await run('context', 'add', name, platform.url, ...more);
    await keepTokens(configDir, { [name]: { origin: platform.url, token: 'secret' } });
  }
});
afterAll(() => platform.close());

const run = (...args: string[]) => runDistrict(args, { env: home.env });
const accept = (context: string, ...more: string[]) =>
  run('requests', 'accept', 'GL261112-0042', '--context', context, ...more);

test('a guarded context is not changed before a script names it', async () => {
  const refused = await accept('prod');
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toBe('prod is guarded: nothing was changed.\nAdd --confirm-context prod.\n');
  expect(platform.asked).toEqual([]);
  const named = await accept('prod', '--confirm-context', 'prod');
  expect(named.code).toBe(0);
  expect(platform.asked).toHaveLength(1);
});

test('a script that names the context it means hits no other, guarded or not', async () => {
  const { code, stderr } = await accept('drill', '--confirm-context', 'prod');
  expect(stderr).toContain('This is drill, not "prod": nothing was changed.');
  expect(code).toBe(2);
  const given = await runDistrict(['requests', 'accept', 'GL261112-0042', '--confirm-context', 'prod'], {
    env: { ...home.env, DISTRICT_URL: platform.url, DISTRICT_TOKEN: 'secret' },
  });
  expect(given.code).toBe(2);
  expect(platform.asked).toEqual([]);
  expect((await accept('drill')).code).toBe(0);
});

test('what changes nothing goes through a guard', async () => {
  expect((await accept('prod', '--dry-run')).code).toBe(0);
  expect((await run('requests', 'list', '--context', 'prod')).code).toBe(0);
  expect((await run('api', 'GET', '/v1/regions', '--context', 'prod')).code).toBe(0);
  expect((await run('api', 'POST', '/v1/regions', '--context', 'prod')).code).toBe(2);
  expect(platform.asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
});
