import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SandboxHome, startSandbox } from '../cli/sandbox-home.ts';

/** Scenario 1, as far as it goes: at 08:30 after the holiday 400 requests are red, and each agency hears of its own. */

const START_TIMEOUT_MS = 120_000;
vi.setConfig({ testTimeout: 60_000 });

interface Group {
  q: string;
  count: number;
  byLead: { unit: { kind: string; id: string } | null; count: number }[];
}
interface Row {
  no: string;
  light: string;
  lead: { kind: string; id: string } | null;
  reminders: number;
}

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox('--storm');
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

async function list(filter: string): Promise<Row[]> {
  const page = await sandbox.json('requests', 'list', '--q', filter, '--all', '--context', 'sandbox-duty');
  return (page as { items: Row[] }).items;
}

async function overdueGroup(): Promise<Group> {
  const overview = await sandbox.json('overview', 'show', '--context', 'sandbox-duty');
  const found = (overview as { groups: Group[] }).groups.find(({ q }) => q === 'is:overdue');
  if (found === undefined) throw new Error('the overview does not group what is overdue');
  return found;
}

test('the overview counts 400 and says whose they are, the heaviest first', async () => {
  const { count, byLead } = await overdueGroup();
  expect(count).toBe(400);
  const counts = byLead.map((lead) => lead.count);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(byLead[0]?.unit).toMatchObject({ kind: 'agency', id: 'urban_management' });
  const overdue = await list('is:overdue');
  expect(overdue).toHaveLength(400);
  expect(new Set(overdue.map(({ light }) => light))).toEqual(new Set(['red']));
  for (const { unit, count: ofUnit } of byLead)
    expect(overdue.filter(({ lead }) => lead?.id === unit?.id)).toHaveLength(ofUnit);
});

test('one agency is reminded of all that is overdue with it, once even when sent again, and nobody else', async () => {
  const before = await list('is:overdue');
  const isHousing = ({ lead }: Row) => lead?.id === 'housing';
  const numbers = before.filter(isHousing).map(({ no }) => no);
  const remind = () =>
    sandbox.run(
      [
        ...['requests', 'remind', '--stdin', '--remark', '节前到期,请今天答复'],
        ...['--context', 'sandbox-duty', '--idempotency-key', 'after-the-holiday'],
      ],
      { stdin: numbers.join('\n') },
    );
  const first = await remind();
  expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining(`${numbers.length} done`) });
  expect(await remind()).toMatchObject({ code: 0, stdout: first.stdout });
  const counts = (rows: Row[]) => new Map(rows.map(({ no, reminders }) => [no, reminders]));
  const expected = before.map((row) => (isHousing(row) ? { ...row, reminders: row.reminders + 1 } : row));
  expect(counts(await list('is:overdue'))).toEqual(counts(expected));
});
