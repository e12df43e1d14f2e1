import { expect, onTestFinished, test, vi } from 'vitest';
import { climb } from '../../platform/paging/climb.ts';
import { deliverPages } from '../../platform/paging/deliver.ts';
import { sendWaitingReminders } from '../../platform/reminders/send-waiting.ts';
import { listen } from '../../platform/start/listen.ts';
import { makeHome, runDistrict } from '../cli/run-district.ts';
import { type District, openDistrict } from '../platform/harness/district.ts';
import { manyOverdue } from '../platform/harness/many-overdue.ts';
import { openReceiver } from '../platform/paging/receiver.ts';

/**
 * Scenario 1: over a holiday's nights 400 requests pass their deadlines. Nobody is woken but for what is urgent; at 08:30 of the first working
 * day each agency gets one reminder of all that is with it, and the pager tells once, of all of them.
 */

vi.setConfig({ testTimeout: 120_000 });

const AGENCIES = { urban_management: 210, housing: 100, civil_affairs: 60, public_security: 30 };
const URGENT = 2;

/** The jobs that a running platform does each minute. */
async function aMinutePasses({ services }: District): Promise<void> {
  await sendWaitingReminders(services);
  await climb(services);
  await deliverPages(services);
}

test('nobody is woken for 400 requests, each agency is reminded once, and the pager tells it once', async () => {
  const district = await openDistrict('2026-09-20T09:00');
  await manyOverdue(district, AGENCIES, { dueAt: '2026-10-07T16:00:00Z', urgent: URGENT });
  const { url, close } = await listen(district.app, '127.0.0.1', 0);
  onTestFinished(close);
  const home = makeHome();
  onTestFinished(home.remove);
  const run = (token: string, ...args: string[]) =>
    runDistrict(args, { env: { ...home.env, DISTRICT_URL: url, DISTRICT_TOKEN: token } });

  const pager = await openReceiver();
  const step = ['--cause', 'unreminded', '--after', '0', '--who', '值班长', '--url', pager.url];
  const set = await run('administrator', 'paging', 'set', '1', ...step);
  expect(set).toMatchObject({ code: 0, stdout: expect.stringContaining('whsec_') });

  // 02:00 in the night after the holiday: the officer on duty looks, and reminds everybody.
  district.at('2026-10-08T02:00');
  await aMinutePasses(district);
  const told = () => pager.received.map(({ body }) => JSON.parse(body).data);
  expect(told()).toMatchObject([{ count: URGENT, urgent: URGENT }]);
  expect((await run('duty', 'requests', 'list', '--check')).code).toBe(10);
  const reminded = await run('duty', 'requests', 'remind-units', '--remark', '节前到期,请今天答复');
  expect(reminded.code).toBe(0);
  expect(reminded.stdout).toContain('wait for office hours at 2026-10-08 08:30');
  // Two urgent ones with the urban management went at once; nobody else has heard of anything.
  expect(await heard(district)).toEqual({ urban_management: URGENT });

  // A second officer does the same an hour later and is shown the first.
  district.at('2026-10-08T03:00');
  await aMinutePasses(district);
  const again = await run('administrator', 'requests', 'remind-units', '--unit', 'agency:housing');
  expect(again.stderr).toContain('Nothing to remind anybody of.');
  expect(await heard(district)).toEqual({ urban_management: URGENT });
  expect(told()).toHaveLength(1);

  // Offices open: one reminder an agency, of all that is with it, and one page.
  district.at('2026-10-08T08:30');
  await aMinutePasses(district);
  await aMinutePasses(district);
  expect(await heard(district)).toEqual(AGENCIES);
  const { db } = district.services;
  const slips = await db.selectFrom('reminder_slips').select(['unit', 'urgent']).orderBy('unit').execute();
  expect(slips.filter(({ urgent }) => !urgent).map(({ unit }) => unit)).toEqual(
    Object.keys(AGENCIES)
      .toSorted()
      .map((id) => `agency:${id}`),
  );
  // All have been reminded by then, so that there is nothing left to page anybody about.
  expect(told()).toHaveLength(1);

  // During the day a third tries: stopped, with the first one's name.
  const third = await run('administrator', 'requests', 'remind-units', '--unit', 'agency:housing');
  expect(third.code).toBe(6);
  expect(third.stderr).toContain('陈晨');
});

/** How many requests each agency has been reminded of. */
async function heard({ services: { db } }: District): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('requests')
    .select((select) => ['lead', select.fn.countAll<number>().as('count')])
    .where('reminders', '>', 0)
    .groupBy('lead')
    .execute();
  return Object.fromEntries(rows.map(({ lead, count }) => [lead?.replace('agency:', '') ?? '', count]));
}
