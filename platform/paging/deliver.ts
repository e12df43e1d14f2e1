import { addSeconds } from 'date-fns/addSeconds';
import type { Services } from '../http/environment.ts';
import type { PageRow, PagingStepRow } from '../store/schema/triage.ts';
import { PAGE_ATTEMPTS_MAX, PAGE_PAUSES_SECONDS, PAGES_A_RUN_MAX } from './limits.ts';
import { openSecret } from './secret.ts';
import { type Sent, sendWebhook } from './webhook.ts';

/** Sends the pages that are due, one after the other. Returns how many arrived. */
export async function deliverPages(services: Services): Promise<number> {
  let delivered = 0;
  for (let sent = 0; sent < PAGES_A_RUN_MAX; sent += 1) {
    const page = await nextDue(services);
    if (!page) break;
    const after = await tryPage(services, page);
    if (after.state === 'delivered') delivered += 1;
  }
  return delivered;
}

/**
 * Takes the next page and puts its next try ahead before it is sent: a crash between sending and writing down leads to the same page under
 * the same webhook-id once more, by which the receiver knows it.
 */
async function nextDue({ db, clock }: Services): Promise<PageRow | undefined> {
  const now = clock.now();
  return db.transaction().execute(async (writer) => {
    const page = await writer
      .selectFrom('pages')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!page) return undefined;
    const pause = PAGE_PAUSES_SECONDS[page.attempts] ?? PAGE_PAUSES_SECONDS.at(-1) ?? 0;
    const taken = { attempts: page.attempts + 1, next_at: addSeconds(now, pause) };
    await writer
      .updateTable('pages')
      .set(taken)
      .where('district', '=', page.district)
      .where('id', '=', page.id)
      .execute();
    return { ...page, ...taken };
  });
}

/** Sends a page whose try is counted already, and writes down what came back. */
export async function tryPage(services: Services, page: PageRow): Promise<PageRow> {
  const { db, clock } = services;
  const step = await db
    .selectFrom('paging_steps')
    .selectAll()
    .where('district', '=', page.district)
    .where('step', '=', page.step)
    .executeTakeFirst();
  const sent = step ? await send(services, step, page) : STEP_GONE;
  const isOver = !step || page.exercise || page.attempts >= PAGE_ATTEMPTS_MAX;
  const after = {
    answer: sent.answer,
    ...(sent.isDelivered
      ? { state: 'delivered' as const, next_at: null, delivered_at: clock.now() }
      : isOver
        ? { state: 'failed' as const, next_at: null, delivered_at: null }
        : { state: 'waiting' as const, next_at: page.next_at, delivered_at: null }),
  };
  await db
    .updateTable('pages')
    .set(after)
    .where('district', '=', page.district)
    .where('id', '=', page.id)
    .execute();
  if (after.state === 'failed')
    services.log.error({ page: page.id, step: page.step, answer: sent.answer }, 'a page did not arrive');
  return { ...page, ...after };
}

const STEP_GONE: Sent = { isDelivered: false, answer: 'the step was taken out of the ladder' };

/** Numbers, lights and counts: what can be read over somebody's shoulder. The address is where the step leads now. */
function send({ keys, clock }: Services, step: PagingStepRow, page: PageRow): Promise<Sent> {
  const body = JSON.stringify({
    type: page.exercise ? 'district.exercise' : 'district.requests.overdue',
    timestamp: page.at.toISOString(),
    data: {
      district: page.district,
      step: page.step,
      cause: page.cause,
      who: page.who,
      exercise: page.exercise,
      count: page.count,
      urgent: page.urgent,
      requests: page.numbers,
      more: Math.max(0, page.count - page.numbers.length),
    },
  });
  return sendWebhook(step.url, openSecret(keys, step), { id: page.id, at: clock.now(), body });
}
