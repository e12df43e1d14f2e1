import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../cli/sandbox-home.ts';

/** Scenario 5: two units send a request back and forth; its clock never resets, and the second return is arbitrated. */

const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 60_000 });

const AGENCY = 'agency:urban_management';
const STREET = 'street:320302004000';

interface Shown {
  state: string;
  promisedDueAt: string | null;
  statutoryDueAt: string | null;
  returns: number;
  lead: { kind: string; id: string } | null;
  openApproval: string | null;
}

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

/** Runs a command that must be done, as one of the sandbox's people. */
async function does(context: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await sandbox.run([...args, '--context', context]);
  expect(code, stderr).toBe(0);
  return stdout;
}

async function show(no: string): Promise<Shown> {
  return (await sandbox.json('requests', 'show', no)) as Shown;
}

async function approvalOf(no: string): Promise<string> {
  const { items } = (await sandbox.json('approvals', 'list', '--all')) as {
    items: { id: string; request: { no: string } }[];
  };
  return items.find(({ request }) => request.no === no)?.id ?? '';
}

test('a request that two units return to each other', async () => {
  const items = (await sandbox.json('items', 'list', '--all')) as {
    items: { id: string; agency: string | null }[];
  };
  const item = items.items.find(({ agency }) => agency === 'urban_management')?.id ?? '';
  const { no } = (await sandbox.json(
    ...['requests', 'create', '--item', item, '--region', '320302004008'],
    ...['--title', '路灯不亮', '--body', '小区北门三盏路灯坏了两周', '--source', 'phone'],
  )) as { no: string };
  await does('sandbox-duty', 'requests', 'accept', no);
  await does('sandbox-duty', 'requests', 'assign', no, '--to', AGENCY);
  const { promisedDueAt, statutoryDueAt } = await show(no);
  expect(promisedDueAt).not.toBeNull();
  const deadlines = { promisedDueAt, statutoryDueAt };

  await does('sandbox-agency', 'requests', 'sign', no);
  const asked = await does('sandbox-agency', 'requests', 'return', no, '--reason', '灯杆属街道管养');
  expect(asked).toContain('waits for approval');
  expect(await show(no)).toMatchObject({ ...deadlines, state: 'in_progress', openApproval: 'return' });
  await does('sandbox-approver', 'approvals', 'grant', await approvalOf(no));
  expect(await show(no)).toMatchObject({ ...deadlines, state: 'accepted', returns: 1 });

  await does('sandbox-duty', 'requests', 'assign', no, '--to', STREET);
  await does('sandbox-street', 'requests', 'return', no, '--reason', '灯杆属城管移交范围');
  expect(await show(no)).toMatchObject({ ...deadlines, openApproval: 'return' });
  expect(await sandbox.numbers('is:arbitration')).toContain(no);

  const granted = await sandbox.run(['approvals', 'grant', await approvalOf(no)]);
  expect(granted.code).toBe(6);
  expect(granted.stderr).toContain('Use district requests arbitrate');
  const bySelf = ['requests', 'arbitrate', no, '--to', AGENCY, '--reason', '属我'];
  expect((await sandbox.run([...bySelf, '--context', 'sandbox-street'])).code).toBe(4);
  await does('sandbox', 'requests', 'arbitrate', no, '--to', AGENCY, '--reason', '移交清单列有此灯');

  const settled = await show(no);
  expect(settled).toMatchObject({ ...deadlines, state: 'assigned', openApproval: null });
  expect(settled.lead).toMatchObject({ kind: 'agency', id: 'urban_management' });
  expect(await sandbox.numbers('is:arbitration')).not.toContain(no);
  const told = await does('sandbox', 'requests', 'show', no);
  for (const reason of ['灯杆属街道管养', '灯杆属城管移交范围', '移交清单列有此灯'])
    expect(told).toContain(reason);
});
