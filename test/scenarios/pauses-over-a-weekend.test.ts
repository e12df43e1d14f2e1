import type { Approval, ClockAccount, Page, RequestDetail } from '@district/contract/types.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { resumeProcedures } from '../../platform/requests/resume-procedures.ts';
import { listen } from '../../platform/start/listen.ts';
import { makeHome, runDistrict } from '../cli/run-district.ts';
import { openDistrict, type Person } from '../platform/harness/district.ts';

/**
 * Scenario 6: inside a special procedure a correction is asked for and submitted, over a weekend. Each day is left out once, the clock
 * runs again when the last of the two is over, and the account says so day by day.
 */

vi.setConfig({ testTimeout: 120_000 });

test('a correction inside a special procedure over a weekend is counted once, and explained day by day', async () => {
  const district = await openDistrict('2026-11-02T09:00');
  const { url, close } = await listen(district.app, '127.0.0.1', 0);
  onTestFinished(close);
  const home = makeHome();
  onTestFinished(home.remove);
  const run = (who: Person, ...args: string[]) =>
    runDistrict(args, { env: { ...home.env, DISTRICT_URL: url, DISTRICT_TOKEN: who } });
  const does = async (who: Person, ...args: string[]) => {
    const { code, stdout, stderr } = await run(who, ...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const show = async () => JSON.parse(await does('duty', 'requests', 'show', no, '--json')) as RequestDetail;

  // Monday: five working days, to the Monday after.
  const { no } = await district.as('administrator').file();
  await does('duty', 'requests', 'accept', no);
  await does('duty', 'requests', 'assign', no, '--to', 'agency:urban_management');
  await does('urban', 'requests', 'sign', no);
  const { promisedDueAt } = await show();
  expect(promisedDueAt).toBe('2026-11-09T16:00:00.000Z');

  // Thursday: the lamp post has to be tested, which takes until Wednesday.
  district.at('2026-11-05T10:00');
  const reason = ['--reason', '灯杆须送检'];
  const past = await run('urban', 'requests', 'special-procedure', no, ...reason, '--until', '2026-11-04');
  expect(past.code).toBe(2);
  expect(past.stderr).toContain('it is 2026-11-05 today');
  await does('urban', 'requests', 'special-procedure', no, ...reason, '--until', '2026-11-11');
  const { items } = JSON.parse(await does('administrator', 'approvals', 'list', '--json')) as Page<Approval>;
  await does('administrator', 'approvals', 'grant', items[0]?.id ?? '');
  expect(await show()).toMatchObject({ state: 'suspended', pausedSince: '2026-11-05T02:00:00.000Z' });
  const twice = await run('urban', 'requests', 'special-procedure', no, ...reason, '--until', '2026-11-20');
  expect(twice.stderr).toContain('a special procedure is open already');

  // Friday: the resident has to say which lamp; on Tuesday she does. The procedure goes on.
  district.at('2026-11-06T10:00');
  await does('urban', 'requests', 'request-correction', no, '--reason', '请补充灯杆编号');
  district.at('2026-11-10T15:00');
  expect(await show()).toMatchObject({ light: 'green', promisedDueAt });
  await does('duty', 'requests', 'submit-correction', no);
  expect(await show()).toMatchObject({
    state: 'suspended',
    pausedSince: '2026-11-05T02:00:00.000Z',
    promisedDueAt,
    clock: {
      pauses: [
        { cause: 'request_correction', to: '2026-11-10T07:00:00.000Z', until: null },
        { cause: 'special_procedure', to: null, until: '2026-11-11' },
      ],
    },
  });
  expect((await run('duty', 'requests', 'submit-correction', no)).stderr).toContain(
    'no correction is waited for',
  );

  // Wednesday at 24:00 it ends by itself, though the platform looks only the next morning.
  district.at('2026-11-11T23:59');
  expect(await resumeProcedures(district.services)).toBe(0);
  district.at('2026-11-12T09:00');
  expect(await resumeProcedures(district.services)).toBe(1);
  const after = await show();
  expect(after).toMatchObject({
    state: 'in_progress',
    pausedSince: null,
    promisedDueAt: '2026-11-16T16:00:00.000Z',
  });
  expect(after.timeline.at(-1)).toMatchObject({ action: 'resume', by: null });

  const { promised } = JSON.parse(await does('duty', 'requests', 'explain', no, '--json')) as ClockAccount;
  expect(promised?.days.map(({ date, why, total }) => `${date} ${why} ${total}`)).toEqual([
    '2026-11-02 start 0',
    '2026-11-03 working_day 1',
    '2026-11-04 working_day 2',
    '2026-11-05 paused 2',
    '2026-11-06 paused 2',
    '2026-11-07 paused 2',
    '2026-11-08 paused 2',
    '2026-11-09 paused 2',
    '2026-11-10 paused 2',
    '2026-11-11 paused 2',
    '2026-11-12 working_day 3',
    '2026-11-13 working_day 4',
    '2026-11-14 weekend 4',
    '2026-11-15 weekend 4',
    '2026-11-16 working_day 5',
  ]);
  const read = await does('duty', 'requests', 'explain', no);
  expect(read.match(/2026-11-(?:0[5-9]|1[01]) .* paused/g)).toHaveLength(14);
});
