import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Asked, type FakePlatform, fakePlatform, problem } from './fake-platform.ts';
import { makeHome, type Run, type RunOptions, runDistrict } from './run-district.ts';

let home: ReturnType<typeof makeHome>;
let platform: FakePlatform;
/** What the platform does about an action, unless it is done. */
let fate: (no: string) => ReturnType<typeof problem> | undefined;
let operator = 'u1';

beforeEach(async () => {
  home = makeHome();
  fate = () => undefined;
  operator = 'u1';
  platform = await fakePlatform(({ path }) => {
    if (path === '/v1/me') return { body: { id: operator, name: '陈涛', role: 'duty_officer' } };
    if (path.startsWith('/v1/requests?')) return { body: page(path) };
    const no = path.split('/')[3] ?? '';
    return fate(no) ?? { body: done(no) };
  });
});
afterEach(async () => {
  await platform.close();
  home.remove();
});

/** Several commands each, some of which try again for seconds. */
vi.setConfig({ testTimeout: 60_000 });

const NUMBERS = [1, 2, 3, 4, 5].map((n) => `GL261112-000${n}`);

/** Two pages, each request in a version of its own. */
function page(path: string) {
  const [first, second] = path.includes('cursor=') ? [3, 5] : [0, 3];
  const items = NUMBERS.slice(first, second).map((no, at) => ({ no, version: first + at + 1 }));
  return { items, next: path.includes('cursor=') ? null : 'more' };
}

function done(no: string) {
  const request = { no, state: 'accepted', lead: null, promisedDueAt: '2026-11-17T16:00:00Z', version: 9 };
  return { request, approval: null };
}

function run(args: readonly string[], options: Omit<RunOptions, 'env'> = {}): Promise<Run> {
  const env = { ...home.env, DISTRICT_URL: platform.url, DISTRICT_TOKEN: 'secret' };
  return runDistrict(args, { ...options, env });
}

const actions = (): Asked[] => platform.asked.filter(({ path }) => path.includes('/actions/'));
const hasJournal = () => existsSync(join(home.env['XDG_STATE_HOME'] ?? '', 'district-console', 'batches'));
const idIn = ({ stderr }: Run) => /^Batch (\S+):/m.exec(stderr)?.[1] ?? '';

test('a filter is frozen to what it selects, and each is changed only as it was seen', async () => {
  fate = (no) => {
    const current = {
      state: 'accepted',
      version: 7,
      changedBy: '李娜',
      changedAt: '2026-11-17T16:00:00Z',
      lastAction: 'accept',
    };
    return no.endsWith('4') ? problem(412, 'version_mismatch', { current }) : undefined;
  };
  const ran = await run(['requests', 'remind', '--q', 'state:submitted']);
  expect(ran.code).toBe(7);
  expect(ran.stderr).toContain('5 selected.\n');
  expect(ran.stderr).toContain('4 done, 1 not done.');
  expect(new Map(actions().map(({ path, headers }) => [path.split('/')[3], headers['if-match']]))).toEqual(
    new Map(NUMBERS.map((no, at) => [no, `"${at + 1}"`])),
  );
  const shown = await run(['batches', 'show', idIn(ran)]);
  const [, filter, counts, first, second] = shown.stdout.split('\n');
  expect(filter).toBe('filter  state:submitted');
  expect(counts).toBe('finished  5 items: 4 done, 1 refused, 0 unknown, 0 left');
  expect(first).toBe('GL261112-0004  not done  It is version_mismatch.');
  expect(second).toBe('GL261112-0001  done  version 9');
});

test('what cannot be taken back wants to know how many one thinks there are', async () => {
  const decline = (...more: string[]) =>
    run(['requests', 'decline', '--q', 'state:submitted', '--reason', '不属受理范围', ...more]);
  const bare = await decline();
  expect(bare).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Add --confirm=5.') });
  const wrong = await decline('--confirm', '4');
  expect(wrong).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('They are 5, not 4: nothing was changed.'),
  });
  expect(actions()).toEqual([]);
  expect((await decline('--dry-run')).code).toBe(0);
  expect(actions().every(({ path }) => path.endsWith('dryRun=true'))).toBe(true);
  expect(hasJournal()).toBe(false);
  expect((await decline('--confirm', '5')).code).toBe(0);
});

test.each([
  [['--q', 'is:open', 'GL261112-0001'], 'not both'],
  [['--q', ' '], '--q needs a filter'],
  [[], 'Name at least one NO'],
])('%j is refused before anything is sent', async (args, sentence) => {
  const { code, stderr } = await run(['requests', 'accept', ...args]);
  expect(stderr).toContain(sentence);
  expect(code).toBe(2);
  expect(actions()).toEqual([]);
});

test('one alone needs no journal', async () => {
  expect((await run(['requests', 'accept', 'GL261112-0001'])).code).toBe(0);
  expect(hasJournal()).toBe(false);
});

test('what nobody heard of is repeated under its own key, and is never 0 before', async () => {
  fate = () => 'cut' as never;
  const torn = await run(['requests', 'accept', ...NUMBERS, '--remark', '尽快']);
  expect(torn.code).toBe(8);
  const sent = new Map(actions().map(({ path, headers }) => [path, headers['idempotency-key']]));
  const [batch] = JSON.parse((await run(['batches', 'list', '--json'])).stdout).items;
  expect(batch).toMatchObject({
    id: idIn(torn),
    state: 'open',
    operation: 'requests.accept',
    total: 5,
    done: 0,
  });
  expect(batch.unknown).toBeGreaterThanOrEqual(4);

  platform.asked.length = 0;
  fate = () => undefined;
  const resumed = await run(['batches', 'resume', '--json']);
  expect(resumed.code, resumed.stderr).toBe(0);
  expect(JSON.parse(resumed.stdout)).toMatchObject(
    NUMBERS.map((no) => ({
      id: no,
      status: 'done',
      value: { no, operation: 'requests.accept', version: 9, before: false },
    })),
  );
  for (const { path, headers, body } of actions()) {
    expect(headers['idempotency-key']).toEqual(sent.get(path) ?? expect.any(String));
    expect(body).toEqual({ remark: '尽快' });
  }
  expect((await run(['batches', 'resume'])).stderr).toContain('There is no open batch here.');
});

test('of several open ones one has to be named, and only who began one goes on with it', async () => {
  fate = () => problem(500, 'internal');
  const one = await run(['requests', 'accept', ...NUMBERS]);
  await run(['requests', 'accept', ...NUMBERS]);
  fate = () => undefined;
  expect(await run(['batches', 'resume'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There are 2 open batches'),
  });
  operator = 'u2';
  const other = await run(['batches', 'resume', idIn(one)]);
  expect(other.code).toBe(6);
  expect(other.stderr).toContain('This batch was begun by 陈涛 at ');
  operator = 'u1';
  platform.asked.length = 0;
  const tried = await run(['batches', 'resume', idIn(one), '--dry-run']);
  expect(tried).toMatchObject({ code: 0, stderr: expect.stringContaining('Dry run: nothing was changed.') });
  expect(actions().map(({ path }) => path.endsWith('?dryRun=true'))).toEqual(NUMBERS.map(() => true));
  expect((await run(['batches', 'cancel', idIn(one)])).stdout).toContain('5 will not be done');
  expect(await run(['batches', 'resume', idIn(one)])).toMatchObject({
    code: 6,
    stderr: expect.stringContaining('was cancelled'),
  });
  expect((await run(['batches', 'resume'])).code).toBe(0);
  expect((await run(['batches', 'show', 'zzzz-zzzz'])).code).toBe(5);
});
