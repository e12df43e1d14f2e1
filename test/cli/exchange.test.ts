import { afterAll, afterEach, expect, test } from 'vitest';
import { type FakePlatform, fakePlatform, problem } from './fake-platform.ts';
import { makeHome, type RunOptions, runDistrict } from './run-district.ts';

const home = makeHome();
afterAll(home.remove);
let platform: FakePlatform | undefined;
afterEach(async () => {
  await platform?.close();
  platform = undefined;
});

function run(url: string, args: readonly string[], options: Omit<RunOptions, 'env'> = {}) {
  return runDistrict(args, { ...options, env: { ...home.env, DISTRICT_URL: url, DISTRICT_TOKEN: 'secret' } });
}

function outcome(no: string) {
  const request = { no, state: 'accepted', lead: null, promisedDueAt: '2026-11-17T16:00:00Z' };
  return { body: { request, approval: null } };
}

const numberIn = (path: string) => path.split('/')[3] ?? '';

const ME = { body: { id: 'u1', name: '王磊', role: 'duty_officer' } };
const isMe = (path: string) => path === '/v1/me';
/** What was asked besides who one is, which a batch asks before it begins. */
const written = (of: FakePlatform) => of.asked.filter(({ path }) => !isMe(path));

test('a platform nobody runs is exit 8, and nothing was sent', async () => {
  const gone = await fakePlatform(() => ({}));
  await gone.close();
  const { code, stderr } = await run(gone.url, ['requests', 'accept', 'GL261112-0042']);
  expect(stderr).toContain('cannot be reached');
  expect(stderr).toContain('nothing was sent');
  expect(code).toBe(8);
});

test('every write carries a key of its own and If-Match', async () => {
  platform = await fakePlatform(({ path }) => (isMe(path) ? ME : outcome(numberIn(path))));
  const { code, stdout } = await run(platform.url, ['requests', 'accept', 'gl261112-0042', 'GL261112-0043']);
  expect(code).toBe(0);
  expect(stdout).toBe(
    'GL261112-0042  accepted  due 2026-11-17 24:00\nGL261112-0043  accepted  due 2026-11-17 24:00\n',
  );
  const keys = written(platform).map(({ headers }) => headers['idempotency-key']);
  expect(new Set(keys).size).toBe(2);
  expect(written(platform).map(({ headers }) => headers['if-match'])).toEqual(['*', '*']);
  expect(written(platform).map(({ headers }) => headers.authorization)).toEqual([
    'Bearer secret',
    'Bearer secret',
  ]);
});

test('an answer that was cut off is asked for again under the same key', async () => {
  platform = await fakePlatform(({ path }, times) => (times === 1 ? 'cut' : outcome(numberIn(path))));
  const { code } = await run(platform.url, ['requests', 'accept', 'GL261112-0042']);
  expect(code).toBe(0);
  const keys = platform.asked.map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
});

test('an answer that never comes leaves the outcome unknown, with the key to repeat it by', async () => {
  platform = await fakePlatform(() => 'cut');
  const { code, stderr } = await run(platform.url, ['requests', 'accept', 'GL261112-0042']);
  expect(code).toBe(8);
  expect(platform.asked).toHaveLength(3);
  expect(stderr).toContain('not known whether this was done');
  expect(stderr).toContain(`--idempotency-key ${String(platform.asked[0]?.headers['idempotency-key'])}`);
});

test('some done and some not is exit 7, one line for each', async () => {
  platform = await fakePlatform(({ path }) => {
    if (isMe(path)) return ME;
    return path.includes('0042') ? problem(409, 'transition_closed') : outcome(numberIn(path));
  });
  const { code, stdout, stderr } = await run(platform.url, ['requests', 'accept', '--stdin', '--json'], {
    stdin: 'GL261112-0042 GL261112-0043 # two\n\n# GL261112-0044\nGL261112-0042\n',
  });
  expect(code).toBe(7);
  expect(stderr).toContain('GL261112-0042: It is transition_closed.');
  expect(stderr).toContain('1 done, 1 not done.');
  expect(JSON.parse(stdout)).toMatchObject([
    { id: 'GL261112-0042', status: 'failed', error: { kind: 'transition_closed', exit: 6 } },
    { id: 'GL261112-0043', status: 'done' },
  ]);
});

test.each([
  [401, 'unauthenticated', 3],
  [403, 'forbidden', 4],
  [404, 'not_found', 5],
  [412, 'version_mismatch', 6],
  [422, 'invalid', 2],
])('problem %i %s is exit %i', async (status, code, exit) => {
  platform = await fakePlatform(() => problem(status, code));
  expect((await run(platform.url, ['requests', 'accept', 'GL261112-0042'])).code).toBe(exit);
});

test('a token does not follow a redirect', async () => {
  const other = await fakePlatform(() => ({ body: { items: [], next: null } }));
  platform = await fakePlatform(() => ({ status: 302, headers: { location: `${other.url}/v1/requests` } }));
  const { code, stderr } = await run(platform.url, ['requests', 'list']);
  expect(code).toBe(1);
  expect(stderr).toContain('does not answer as a district platform does (HTTP 302)');
  expect(other.asked).toEqual([]);
  await other.close();
});

test.each([
  ['permanent', 308],
  ['see other', 303],
])('nor a write, when it is sent on with a %s redirect', async (_kind, status) => {
  const other = await fakePlatform(() => outcome('GL261112-0042'));
  platform = await fakePlatform(({ path }) => ({ status, headers: { location: other.url + path } }));
  const { code } = await run(platform.url, ['requests', 'accept', 'GL261112-0042']);
  expect(code).toBe(1);
  expect(other.asked).toEqual([]);
  await other.close();
});

test('a token is not sent in the clear across a network', async () => {
  const { code, stderr } = await run('http://platform.example', ['requests', 'list']);
  expect(code).toBe(2);
  expect(stderr).toContain('is not HTTPS');
});

test('a page of something else is no platform', async () => {
  platform = await fakePlatform(() => ({ body: '<html>', headers: { 'content-type': 'text/html' } }));
  const { code, stderr } = await run(platform.url, ['requests', 'list']);
  expect(code).toBe(1);
  expect(stderr).toContain('does not answer as a district platform does');
});

test('all pages are read when all rows are asked for', async () => {
  const row = (no: string) => ({
    no,
    title: 't',
    region: { name: 'r' },
    lead: null,
    light: null,
    state: 'closed',
  });
  platform = await fakePlatform(({ path }) =>
    path.includes('cursor=')
      ? { body: { items: [row('GL261112-0002')], next: null } }
      : { body: { items: [row('GL261112-0001')], next: 'more' } },
  );
  const { stdout } = await run(platform.url, ['requests', 'list', '--all', '--json', 'no']);
  expect(JSON.parse(stdout)).toEqual({
    items: [{ no: 'GL261112-0001' }, { no: 'GL261112-0002' }],
    next: null,
  });
  const first = await run(platform.url, ['requests', 'list', '--limit', '1']);
  expect(first.stderr).toContain('1 shown, there are more');
});

test('Ctrl-C in a batch is exit 130 and says what is done, open and not begun', async () => {
  let interrupt = () => {};
  platform = await fakePlatform(({ path }) => {
    if (isMe(path)) return ME;
    if (path.includes('0042')) return outcome(numberIn(path));
    // Four are under way at once.
    if (path.includes('0046')) interrupt();
    return 'hang';
  });
  const numbers = [42, 43, 44, 45, 46, 47, 48].map((n) => `GL261112-00${n}`);
  const { code, stdout, stderr } = await run(platform.url, ['requests', 'accept', ...numbers], {
    started: (child) => (interrupt = () => child.kill('SIGINT')),
  });
  expect(code).toBe(130);
  expect(stdout).toContain('GL261112-0042  accepted');
  expect(stderr).toMatch(/^Batch (\S+): 7 items\. .*\nNot finished: resume with district batches resume \1;/);
  expect(stderr).toContain(
    'Interrupted: 1 done, GL261112-0043, GL261112-0044, GL261112-0045, GL261112-0046 under way and perhaps done, 2 not begun.\n',
  );
});

test('what residents write cannot drive the terminal', async () => {
  const title = '路灯\u001b]0;x\u0007\u202e';
  platform = await fakePlatform(() => ({
    body: {
      items: [
        {
          no: 'GL261112-0001',
          title,
          region: { name: 'r' },
          lead: null,
          light: 'red',
          state: 'submitted',
          promisedDueAt: null,
        },
      ],
      next: null,
    },
  }));
  const text = await run(platform.url, ['requests', 'list']);
  const json = await run(platform.url, ['requests', 'list', '--json']);
  for (const { stdout } of [text, json]) expect(stdout).not.toMatch(/[\u001b\u0007\u202e]/);
  expect(JSON.parse(json.stdout).items[0].title).toBe(title);
});
