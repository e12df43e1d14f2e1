import { afterAll, afterEach, expect, test } from 'vitest';
import { type FakePlatform, fakePlatform } from './fake-platform.ts';
import { makeHome, runDistrict } from './run-district.ts';

const home = makeHome();
afterAll(home.remove);
let platform: FakePlatform | undefined;
afterEach(async () => {
  await platform?.close();
  platform = undefined;
});

const LIST = ['requests', 'list', '--q', '张建国'];
const ACCEPT = ['requests', 'accept', 'GL261112-0042'];

async function run(
  answer: Parameters<typeof fakePlatform>[0],
  args: readonly string[],
  { token = 'secret', stdin = '' } = {},
) {
  platform = await fakePlatform(answer);
  const env = { ...home.env, DISTRICT_URL: platform.url, DISTRICT_TOKEN: token };
  return runDistrict(args, { env, stdin });
}

test.each([
  ['another object, asked to act', ACCEPT, { items: {} }, 'no request'],
  ['another object, asked for an overview', ['overview', 'show'], { items: {} }, 'no groups'],
  ['a list that is none', LIST, { items: {} }, 'no page'],
  ['nothing', LIST, '', 'no JSON'],
  ['null', ACCEPT, 'null', 'no JSON object'],
])('a server that answers with %s is no platform', async (_what, args, body, says) => {
  const { code, stderr } = await run(() => ({ body }), args);
  expect(stderr).toContain(`does not answer as a district platform does (${says})`);
  expect(code).toBe(1);
});

test.each([
  ['a read behind a proxy that finds nobody', 502, LIST, 'is not ready (HTTP 502)', 8],
  ['a read that a proxy holds back', 429, LIST, 'is not ready (HTTP 429)', 8],
  ['a write whose answer a proxy has lost', 504, ACCEPT, 'not known whether this was done', 8],
  ['an address too long for a proxy', 414, LIST, 'longer than', 2],
])('%s', async (_what, status, args, says, exit) => {
  const page = { status, body: '<html>', headers: { 'content-type': 'text/html' } };
  const { code, stderr } = await run(() => page, args);
  expect(stderr).toContain(says);
  expect(code).toBe(exit);
});

test('a connection that breaks is told without the address asked for', async () => {
  const { code, stderr } = await run(() => 'cut', LIST);
  expect(stderr).toContain('broke off');
  expect(stderr).not.toMatch(/张|%E5|v1\/requests/);
  expect(code).toBe(8);
});

test.each(['a\nb', '令牌', 'a b'])(
  'the token %j is told to be none before anything is sent',
  async (token) => {
    const { code, stderr } = await run(() => ({}), LIST, { token });
    expect(stderr).toContain('that no token has');
    expect(code).toBe(2);
    expect(platform?.asked).toEqual([]);
  },
);

test('a file of something else on standard input is not repeated whole', async () => {
  const { code, stderr } = await run(() => ({}), ['requests', 'accept', '--stdin'], {
    stdin: 'x'.repeat(1e6),
  });
  expect(stderr.length).toBeLessThan(300);
  expect(code).toBe(2);
});
