import type { PgBoss } from 'pg-boss';
import type { Services } from '../http/environment.ts';
import { deliver, type NoticeKey, prepareSending, type Recipients } from './send.ts';

const SEND = 'notices.send';
const DELIVER = 'notices.deliver';
const TEND = 'notices.tend';

/** Woken by an approval; this is for one made in another process while this one was not listening. */
const POLLING_INTERVAL_SECONDS = 2;
/** Jobs of 1,000 recipients fetched at once: a second's work, so that a crash leaves few of them waiting for their expiry. */
const DELIVER_BATCH_SIZE = 10;
/** A job silent for so long died with its process; its rows are still queued, and it is given out again. */
const EXPIRE_SECONDS = 60;

/** Sends what is approved: at once when told, and every minute whatever a crash has left. Returns how to stop listening. */
export async function startNoticeJobs(services: Services, boss: PgBoss): Promise<() => void> {
  for (const name of [SEND, DELIVER, TEND])
    await boss.createQueue(name, { policy: 'short', expireInSeconds: EXPIRE_SECONDS, retryLimit: 3 });
  const deliverer = await boss.work<Recipients>(
    DELIVER,
    {
      pollingIntervalSeconds: POLLING_INTERVAL_SECONDS,
      batchSize: DELIVER_BATCH_SIZE,
      burstWhenBatchFull: true,
    },
    async (jobs) => {
      for (const job of jobs) await deliver(services, job.data);
    },
  );
  const sender = await boss.work<NoticeKey>(
    SEND,
    { pollingIntervalSeconds: POLLING_INTERVAL_SECONDS },
    async (jobs) => {
      for (const { data } of jobs) {
        const ranges = await prepareSending(services, data);
        const waiting = ranges.map((range) => ({ data: range, singletonKey: `${range.id} ${range.from}` }));
        await boss.insert(DELIVER, waiting);
        boss.notifyWorker(deliverer);
      }
    },
  );
  const tend = async () => {
    for (const key of await onTheirWay(services)) await boss.send(SEND, key, { singletonKey: key.id });
    boss.notifyWorker(sender);
  };
  await boss.work(TEND, { pollingIntervalSeconds: POLLING_INTERVAL_SECONDS }, tend);
  await boss.schedule(TEND, '* * * * *');
  await tend();
  return services.events.subscribe(({ event }) => {
    if (event.type !== 'notice.changed' || event.state !== 'approved') return;
    tend().catch((error: unknown) =>
      services.log.warn({ err: error }, 'an approved notice waits for the minute'),
    );
  });
}

async function onTheirWay({ db }: Services): Promise<NoticeKey[]> {
  return db
    .selectFrom('notices')
    .select(['district', 'id'])
    .where('state', 'in', ['approved', 'scheduled', 'sending'])
    .execute();
}
