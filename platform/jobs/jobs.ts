import { IDEMPOTENCY_KEY_KEPT_DAYS } from '@district/contract/limits.ts';
import { subHours } from 'date-fns/subHours';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { escalateApprovals } from '../approvals/escalate.ts';
import { forgetOldEntries } from '../audit/forget.ts';
import { forgetBearers } from '../bearers/forget.ts';
import { endByTheClock } from '../duty/jobs.ts';
import type { Services } from '../http/environment.ts';
import { startNoticeJobs } from '../notices/jobs.ts';
import { climb } from '../paging/climb.ts';
import { deliverPages } from '../paging/deliver.ts';
import { sendWaitingReminders } from '../reminders/send-waiting.ts';
import { deemAccepted } from '../requests/deem-accepted.ts';
import { resumeProcedures } from '../requests/resume-procedures.ts';
import { forgetSignIns } from '../sign-in/forget.ts';

/** All of them run by the minute or slower: asking for work this often is soon enough and quiet. */
const POLLING_INTERVAL_SECONDS = 10;

/** One job: a queue, when it is due, and what it does. */
interface Job {
  name: string;
  cron: string;
  run(services: Services): Promise<unknown>;
}

const JOBS: readonly Job[] = [
  { name: 'approvals.escalate', cron: '* * * * *', run: escalateApprovals },
  { name: 'duty.end', cron: '* * * * *', run: endByTheClock },
  { name: 'reminders.send', cron: '* * * * *', run: sendWaitingReminders },
  { name: 'paging.climb', cron: '* * * * *', run: climb },
  { name: 'paging.deliver', cron: '* * * * *', run: deliverPages },
  { name: 'requests.deem-accepted', cron: '* * * * *', run: deemAccepted },
  { name: 'requests.resume-procedures', cron: '* * * * *', run: resumeProcedures },
  { name: 'bearers.forget', cron: '11 3 * * *', run: forgetBearers },
  { name: 'sign-ins.forget', cron: '*/10 * * * *', run: forgetSignIns },
  { name: 'audit.forget', cron: '37 3 * * *', run: forgetOldEntries },
  { name: 'idempotency-keys.forget', cron: '17 3 * * *', run: forgetOldKeys },
];

async function forgetOldKeys({ db, clock }: Services): Promise<void> {
  const before = subHours(clock.now(), IDEMPOTENCY_KEY_KEPT_DAYS * 24);
  await db.deleteFrom('idempotency_keys').where('created_at', '<', before).execute();
}

/** Starts the scheduled jobs; several platform processes may share a database, each job still runs once. Returns how to stop. */
export async function startJobs(services: Services, pool: pg.Pool): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    schema: 'jobs',
  });
  boss.on('error', (error) => services.log.warn({ err: error }, 'jobs'));
  await boss.start();
  for (const job of JOBS) {
    await boss.createQueue(job.name, { policy: 'singleton' });
    await boss.schedule(job.name, job.cron);
    await boss.work(job.name, { pollingIntervalSeconds: POLLING_INTERVAL_SECONDS }, async () => {
      await job.run(services);
    });
  }
  const stopNoticeJobs = await startNoticeJobs(services, boss);
  return async () => {
    stopNoticeJobs();
    await boss.stop({ graceful: true, close: false });
  };
}
