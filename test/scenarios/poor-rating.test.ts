import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../cli/sandbox-home.ts';

/** Scenario 8: a poor rating after closing; another unit puts it right in a second round, and whoever was rated does not learn by whom. */

const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 60_000 });

const PHONE = '13911112222';

interface Shown {
  state: string;
  round: number;
  promisedDueAt: string | null;
  callback: { rating: string | null; satisfied: boolean | null } | null;
  rectification: { state: string; by: string; from: { name: string } } | null;
  timeline: { action: string; text: string | null }[];
  attachments: unknown[];
}

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

async function does(context: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await sandbox.run([...args, '--context', context]);
  expect(code, stderr).toBe(0);
  return stdout;
}

async function refused(code: number, context: string, ...args: string[]): Promise<string> {
  const run = await sandbox.run([...args, '--context', context]);
  expect(run.code, run.stdout).toBe(code);
  return run.stderr;
}

async function show(no: string, context = 'sandbox'): Promise<Shown> {
  return JSON.parse(await does(context, 'requests', 'show', no, '--json')) as Shown;
}

/** A resident’s form, as the community’s site sends it. */
async function resident(path: string, body: object): Promise<{ status: number; detail?: string }> {
  const { url } = (await sandbox.json('sandbox', 'status')) as { url: string };
  const response = await fetch(`${url}/v1/public/requests${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

test('a lamp that was reported as mended and was not', async () => {
  const items = (await sandbox.json('items', 'list', '--all')) as {
    items: { id: string; agency: string | null }[];
  };
  const item = items.items.find(({ agency }) => agency === 'urban_management')?.id ?? '';
  const filed = (await resident('', {
    ...{ item, region: '320302004008', title: '路灯不亮', body: '小区北门三盏路灯坏了两周' },
    applicant: { name: '张建国', phone: PHONE },
  })) as { no?: string; status: number };
  const no = filed.no ?? '';
  await does('sandbox-duty', 'requests', 'accept', no);
  await does('sandbox-duty', 'requests', 'assign', no, '--to', 'agency:urban_management');
  await does('sandbox-agency', 'requests', 'sign', no);
  await does('sandbox-agency', 'requests', 'resolve', no, '--reply', '路灯已修复');
  const { items: waiting } = (await sandbox.json('approvals', 'list', '--all')) as {
    items: { id: string; request: { no: string } }[];
  };
  const approval = waiting.find(({ request }) => request.no === no)?.id ?? '';
  await does('sandbox-approver', 'approvals', 'grant', approval);
  await does('sandbox-duty', 'requests', 'close', no);

  // The resident is not content, and says so once.
  const rating = { no, phoneLast4: '2222', rating: 'very_dissatisfied', remark: '只修了一盏' };
  expect((await resident('/rate', { ...rating, phoneLast4: '0000' })).status).toBe(404);
  expect((await resident('/rate', rating)).status).toBe(200);
  expect((await resident('/rate', rating)).status).toBe(200);
  expect(await resident('/rate', { ...rating, rating: 'satisfied' })).toMatchObject({
    status: 409,
    detail: expect.stringContaining('rated already'),
  });
  expect(await does('sandbox-duty', 'requests', 'list', '--q', 'is:rectification')).toContain(no);
  const rated = await show(no);
  expect(rated.rectification).toMatchObject({ state: 'open', from: { name: '城市管理局' } });
  expect(rated.callback?.rating).toBe('very_dissatisfied');

  // Whoever was rated learns nothing of it, neither by looking nor by asking, and has no business with the resident any more.
  const seen = await show(no, 'sandbox-agency');
  expect([seen.callback?.rating ?? null, seen.rectification]).toEqual([null, null]);
  expect(seen.timeline.map(({ action }) => action)).not.toContain('rate');
  expect(JSON.stringify(seen)).not.toContain('只修了一盏');
  await refused(4, 'sandbox-agency', 'requests', 'list', '--q', 'rating:very_dissatisfied');
  await refused(4, 'sandbox-agency', 'requests', 'reveal', no, '--purpose', '回访');

  // Another unit puts it right, in what is left of the days since the rating.
  const again = ['requests', 'reopen', no, '--reason', '居民反映仍有两盏不亮'];
  expect(await refused(2, 'sandbox-duty', ...again, '--to', 'agency:urban_management')).toContain(
    'another unit',
  );
  await refused(2, 'sandbox-duty', ...again);
  await does('sandbox-duty', ...again, '--to', 'street:320302004000');
  const second = await show(no);
  expect(second).toMatchObject({ round: 2, state: 'assigned', rectification: { state: 'under_way' } });
  expect(second.promisedDueAt).toBe(rated.rectification?.by);
  await refused(5, 'sandbox-agency', 'requests', 'show', no);
  await does('sandbox-street', 'requests', 'sign', no);
  expect(await does('sandbox-street', 'requests', 'reveal', no, '--purpose', '上门')).toContain(PHONE);
  expect((await show(no, 'sandbox-street')).rectification?.state).toBe('under_way');
});
