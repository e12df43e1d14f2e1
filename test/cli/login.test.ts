import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DevicePlatform, devicePlatform, TOKEN } from './device-platform.ts';
import { fakePlatform, problem } from './fake-platform.ts';
import { makeHome, type RunOptions, runDistrict } from './run-district.ts';

let home: ReturnType<typeof makeHome>;
let platform: DevicePlatform;
beforeEach(async () => {
  home = makeHome();
  platform = await devicePlatform();
});
afterEach(async () => {
  await platform.close();
  home.remove();
});

/** With which code it was asked whether somebody was let in, each time. */
const asks = () =>
  platform.asked
    .filter(({ path }) => path === '/v1/device/token')
    .map(({ body }) => (body as { device_code: string }).device_code);
const configDir = () => home.env['DISTRICT_CONFIG_DIR'] ?? '';
const run = (args: readonly string[], options: Omit<RunOptions, 'env'> = {}) =>
  runDistrict(args, { ...options, env: home.env });
const kept = (file: string) => JSON.parse(readFileSync(join(configDir(), file), 'utf8'));
/** Everything below the home, as one text. */
function leftBehind(): string {
  return readdirSync(home.env['HOME'] ?? '', { recursive: true, encoding: 'utf8' })
    .map((name) => join(home.env['HOME'] ?? '', name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

test('a person confirms the code elsewhere, and the context made for the platform is signed in and current', async () => {
  const { code, stdout, stderr } = await run(['login', `${platform.url}/`]);
  expect(stderr).toContain(`open ${platform.url}/device`);
  expect(stderr).toContain('Type the code BCDF-GHJK');
  expect(stdout).toContain('王磊, duty officer, signed in to 鼓楼区');
  expect(code).toBe(0);
  const name = new URL(platform.url).host.replace(':', '-');
  expect(kept('settings.json')).toMatchObject({
    currentContext: name,
    contexts: { [name]: { url: platform.url } },
  });
  expect(kept('credentials.json')[name]).toMatchObject({ origin: platform.url, token: TOKEN });
  expect((await run(['regions', 'list'])).code).toBe(0);
  expect((await run(['context', 'list'])).stdout).toContain('鼓楼区 王磊 duty officer\t2026-10-09 08:30');
  const { stdout: myself } = await run(['whoami']);
  expect(myself).toContain(`context   ${name}`);
  expect(myself).toContain('by        session until 2026-10-09 08:30');
  const again = await run(['login', platform.url, '--json']);
  expect(
    again.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).event),
  ).toEqual(['code', 'signed_in']);
  expect(Object.keys(kept('settings.json').contexts)).toEqual([name]);
});

test('the device code is asked with and shown nowhere', async () => {
  platform.decision = 'pending';
  const running = run(['login', platform.url, '--json']);
  await expect.poll(asks, { timeout: 10_000 }).toHaveLength(1);
  platform.decision = 'let in';
  const { stdout, stderr } = await running;
  expect(stdout + stderr).not.toContain('very-secret');
  expect(asks()).toEqual(['very-secret', 'very-secret']);
});

test.each([
  ['refused', 'access_denied', 'It is access_denied.', 4],
  ['too late', 'expired_token', 'The code has ended before anybody let you in.', 3],
] as const)('%s there is told and nothing is kept', async (_what, kind, sentence, exit) => {
  platform.decision = kind;
  const { code, stderr } = await run(['login', platform.url]);
  expect(stderr).toContain(sentence);
  expect(code).toBe(exit);
  expect(leftBehind()).not.toContain('ses_');
});

test('Ctrl-C while waiting is exit 130 and keeps nothing', async () => {
  platform.decision = 'pending';
  let child: { kill: (signal: 'SIGINT') => void } | undefined;
  const running = run(['login', platform.url], { started: (started) => (child = started) });
  await expect.poll(() => platform.asked.length, { timeout: 10_000 }).toBeGreaterThan(1);
  child?.kill('SIGINT');
  const { code, stderr } = await running;
  expect(code).toBe(130);
  expect(stderr.trim().split('\n').at(-1)).toBe('Interrupted.');
  expect(leftBehind()).not.toContain('ses_');
});

test("a script's token is checked before it is kept, and signing out leaves it valid", async () => {
  platform.kind = 'token';
  const wrong = await run(['login', platform.url, '--token-stdin'], { stdin: 'something-else\n' });
  expect(wrong.code).toBe(3);
  expect(leftBehind()).not.toContain('something-else');
  const right = await run(['login', platform.url, '--context', 'night', '--token-stdin'], {
    stdin: `${TOKEN}\n`,
  });
  expect(right).toMatchObject({ code: 0, stderr: '' });
  expect(kept('credentials.json').night.token).toBe(TOKEN);
  const out = await run(['logout']);
  expect(out.stdout).toContain('night  token forgotten here; it stays valid');
  expect(platform.asked.map(({ method }) => method)).not.toContain('DELETE');
  expect(kept('credentials.json')).toEqual({});
});

test('signing out ends the session at the platform and forgets it here', async () => {
  await run(['login', platform.url, '--context', 'gulou']);
  const { code, stdout } = await run(['logout']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'gulou  signed out\n' });
  expect(platform.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/v1/session' });
  expect(leftBehind()).not.toContain(TOKEN);
  expect((await run(['logout'])).stdout).toBe('gulou  nobody was signed in\n');
  const { stderr } = await run(['whoami']);
  expect(stderr).toContain('Run district login');
});

test('signing out while the platform is away forgets all the same, and says that the session still stands', async () => {
  await run(['login', platform.url, '--context', 'gulou']);
  await platform.close();
  const { code, stderr } = await run(['logout', '--all']);
  expect(stderr).toContain('gulou: Forgotten here, but the platform could not be told');
  expect(stderr).toContain('ends by itself when unused for two hours');
  expect(code).toBe(8);
  expect(leftBehind()).not.toContain(TOKEN);
});

test('a name that stands for another platform is not taken over', async () => {
  await run(['context', 'add', 'gulou', 'https://gulou.example']);
  const { code, stderr } = await run(['login', platform.url, '--context', 'gulou']);
  expect(stderr).toContain('The context gulou is for https://gulou.example.');
  expect(code).toBe(6);
  expect(platform.asked).toEqual([]);
});

test('a session that keeps nothing needs a terminal, and a script is told what to do instead', async () => {
  const { code, stderr } = await run(['login', platform.url, '--this-session']);
  expect(code).toBe(2);
  expect(stderr).toContain('DISTRICT_TOKEN');
  expect(platform.asked).toEqual([]);
});

test('revoked in the middle of a batch, the rest is not tried and the exit code says so', async () => {
  const request = { no: 'x', state: 'accepted', lead: null, promisedDueAt: null };
  const revoking = await fakePlatform(({ path, headers }, times) => {
    const isEnded = times > 1 || headers.authorization !== `Bearer ${TOKEN}`;
    if (path === '/v1/me' && !isEnded) return { body: { id: 'u1', name: '王磊', role: 'duty_officer' } };
    return path.includes('0001') ? { body: { request, approval: null } } : problem(401, 'session_ended');
  });
  const env = { ...home.env, DISTRICT_URL: revoking.url, DISTRICT_TOKEN: TOKEN };
  const numbers = Array.from({ length: 8 }, (_, at) => `GL261112-000${at + 1}`);
  const { code, stdout } = await runDistrict(['requests', 'accept', ...numbers, '--json'], { env });
  expect(code).toBe(3);
  const kinds = JSON.parse(stdout).map((one: { error?: { kind: string } }) => one.error?.kind);
  expect(kinds.slice(0, 2)).toEqual([undefined, 'session_ended']);
  expect(kinds.slice(-3)).toEqual(['not_tried', 'not_tried', 'not_tried']);
  const none = await runDistrict(['requests', 'accept', ...numbers], { env });
  expect(none.code).toBe(3);
  await revoking.close();
});
