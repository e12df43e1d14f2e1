import { PAGE_NUMBERS_MAX } from '@district/contract/limits.ts';
import type { PagingCause } from '@district/contract/triage.ts';
import { subHours } from 'date-fns/subHours';
import { type RawBuilder, sql } from 'kysely';
import type { Services } from '../http/environment.ts';
import { heardAt } from '../reminders/office-hours.ts';
import type { Writer } from '../store/database.ts';
import type { PagedRequest, PagingStepRow } from '../store/schema/triage.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { PAGED_REQUESTS_MAX } from './limits.ts';

/** What a step waits for, over `requests` that are open and whose clock runs; `since` is now less the hours of the step. */
const CAUSES: Readonly<Record<PagingCause, (since: Date, now: Date) => RawBuilder<boolean>>> = {
  promised: (since) => sql`requests.promised_due_at <= ${since}`,
  statutory: (since) => sql`requests.statutory_due_at <= ${since}`,
  unclaimed: (since, now) =>
    sql`(requests.promised_due_at <= ${since} and not coalesce(requests.claimed_until > ${now}, false))`,
  unreminded: (since) =>
    sql`(requests.promised_due_at <= ${since} and not coalesce(requests.reminded_at >= requests.promised_due_at, false))`,
};

interface Reached {
  id: string;
  round: number;
  no: string;
  urgent: boolean;
  past_statutory: boolean;
}

/** Makes a page for each step that requests have newly come to; outside office hours for urgent ones alone. Returns how many pages. */
export async function climb(services: Services): Promise<number> {
  const steps = await services.db
    .selectFrom('paging_steps')
    .selectAll()
    .orderBy('district')
    .orderBy('step')
    .execute();
  const now = services.clock.now();
  let pages = 0;
  for (const step of steps)
    if (await services.db.transaction().execute((db) => climbOne(db, services, step, now))) pages += 1;
  return pages;
}

async function climbOne(
  db: Writer,
  { calendar }: Services,
  step: PagingStepRow,
  now: Date,
): Promise<boolean> {
  // Two processes, or a step being set: one at a time.
  const { rows: held } =
    await sql`select from paging_steps where district = ${step.district} and step = ${step.step}
    and version = ${step.version} for update skip locked`.execute(db);
  if (held.length === 0) return false;
  const isNight = heardAt(now, false, calendar) > now;
  const reached = await reachedBy(db, step, now, isNight);
  if (reached.length === 0) return false;
  const id = uuidV7(now, Math.random);
  const { district } = step;
  await db
    .insertInto('pages')
    .values({
      ...{ district, id, step: step.step, cause: step.cause, who: step.who, exercise: false, at: now },
      count: reached.length,
      urgent: reached.filter((one) => one.urgent).length,
      numbers: JSON.stringify(reached.slice(0, PAGE_NUMBERS_MAX).map(pagedRequest)),
      ...{ state: 'waiting', attempts: 0, answer: null, next_at: now, delivered_at: null },
    })
    .execute();
  await db
    .insertInto('paged_requests')
    .values(
      reached.map((one) => ({
        ...{
          district,
          step: step.step,
          cause: step.cause,
          request_id: one.id,
          round: one.round,
          page_id: id,
        },
      })),
    )
    .execute();
  return true;
}

function pagedRequest({ no, urgent, past_statutory: pastStatutory }: Reached): PagedRequest {
  return { no, light: 'red', pastStatutory, urgent };
}

async function reachedBy(
  db: Writer,
  { district, step, cause, after_hours: afterHours }: PagingStepRow,
  now: Date,
  isNight: boolean,
): Promise<Reached[]> {
  const since = subHours(now, afterHours);
  const { rows } = await sql<Reached>`
    select id, round, no, urgent, coalesce(statutory_due_at <= ${now}, false) as past_statutory from requests
    where district = ${district} and open and paused_since is null and due_key <= ${since}
      and ${CAUSES[cause](since, now)} ${isNight ? sql`and urgent` : sql``}
      and not exists (select from paged_requests as paged where paged.district = requests.district and paged.step = ${step}
        and paged.cause = ${cause} and paged.request_id = requests.id and paged.round = requests.round)
    order by past_statutory desc, due_key, id limit ${PAGED_REQUESTS_MAX}`.execute(db);
  return rows;
}
