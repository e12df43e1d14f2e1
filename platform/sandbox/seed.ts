import { sql } from 'kysely';
import type { PlainDate } from '../calendar/plain-date.ts';
import { stateCouncilDays, stateCouncilYears } from '../calendar/state-council.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import { wordsVector } from '../requests/bigrams.ts';
import { sealPersonal } from '../requests/personal.ts';
import type { Keys } from '../sealing/keys.ts';
import { registerKey } from '../sealing/open-keys.ts';
import type { Database, Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import type { Schema } from '../store/schema.ts';
import { insertDictionaries } from './dictionaries.ts';
import { type GeneratedEntry, generateEntry } from './generate/entry.ts';
import { type Generated, generateRequests } from './generate/generate.ts';
import { isOpen } from './generate/play.ts';
import { insertMany } from './insert.ts';
import { type Installed, writeInstalled } from './installation.ts';
import { fillResidents } from './residents.ts';
import { insertPeople } from './tokens.ts';

/** Finished requests a transaction: each takes well under a tenth of a second, so that the API answers in between. */
const BATCH_SIZE = 250;
/** Tasks of data entry a transaction, with some forty days' counts each. */
const TASKS_BATCH_SIZE = 100;

/** All there are: the compiler refuses the list when one is missing, and emptied together they need no order. */
const TABLES: Readonly<Record<keyof Schema, true>> = {
  regions: true,
  agencies: true,
  service_items: true,
  calendar_days: true,
  calendar_years: true,
  operators: true,
  tokens: true,
  passwords: true,
  page_sessions: true,
  sign_in_steps: true,
  one_time_codes: true,
  device_codes: true,
  attempts: true,
  familiar_addresses: true,
  requests: true,
  request_personal: true,
  sealing_keys: true,
  reveals: true,
  timeline: true,
  approvals: true,
  attachments: true,
  reply_templates: true,
  approval_settings: true,
  rectification_settings: true,
  audit: true,
  audit_seals: true,
  audit_anchors: true,
  events: true,
  idempotency_keys: true,
  request_numbers: true,
  datasets: true,
  rollout: true,
  entry_tasks: true,
  entry_counts: true,
  installation: true,
  households: true,
  residents: true,
  resident_tokens: true,
  notice_numbers: true,
  notices: true,
  notice_steps: true,
  deliveries: true,
  snoozes: true,
  shifts: true,
  handover_items: true,
  reminder_slips: true,
  reminder_slip_requests: true,
  paging_steps: true,
  pages: true,
  paged_requests: true,
};

export interface Seeding {
  progress(): { done: number; total: number };
  /** Resolves when the finished requests and the residents are in as well. */
  complete: Promise<void>;
}

/** Empties the database and fills it for a moment. Returns when everything that is still open can be listed; the rest follows behind. */
export async function seed(
  db: Database,
  options: {
    anchor: PlainDate;
    storm: boolean;
    until: Date;
    offsetMs: number;
    secret: string;
    keys: Keys;
    households: number;
  },
): Promise<Seeding> {
  const { anchor, storm, until, offsetMs, secret, keys, households } = options;
  const calendar = workingCalendar(stateCouncilDays(), stateCouncilYears());
  const generated = generateRequests({ anchor, storm, until, calendar });
  const installed: Installed = { anchor, storm, offsetMs, complete: false };
  const open = generated.requests.filter(isOpen);
  const entry = generateEntry(anchor, calendar);
  await db.transaction().execute(async (transaction) => {
    await sql`truncate ${sql.join(Object.keys(TABLES).map((table) => sql.table(table)))}`.execute(
      transaction,
    );
    await writeInstalled(transaction, installed);
    await registerKey(transaction, keys, until);
    await insertDictionaries(transaction);
    await insertPeople(transaction, secret, until);
    await insertMany(transaction, 'request_numbers', numberRows(generated));
    await insertRequests(transaction, keys, generated, open);
    await insertMany(transaction, 'rollout', entry.rollout);
  });
  let done = open.length;
  const fillIn = async () => {
    for (let start = 0; start < entry.tasks.length; start += TASKS_BATCH_SIZE) {
      const batch = entry.tasks.slice(start, start + TASKS_BATCH_SIZE);
      await db.transaction().execute((transaction) => insertEntry(transaction, batch));
      done += batch.length;
    }
    const finished = generated.requests.filter((row) => !isOpen(row)).reverse();
    for (let start = 0; start < finished.length; start += BATCH_SIZE) {
      const batch = finished.slice(start, start + BATCH_SIZE);
      await db.transaction().execute((transaction) => insertRequests(transaction, keys, generated, batch));
      done += batch.length;
    }
    // Until autovacuum has looked, the planner takes the new tables for empty.
    await sql`analyze requests, timeline, approvals, entry_tasks, entry_counts`.execute(db);
  };
  // The database fills these by itself, on a core of its own, while the requests are written from here.
  const residents = fillResidents(db, { until, secret, households });
  const complete = Promise.all([fillIn(), residents.complete]).then(() =>
    writeInstalled(db, { ...installed, complete: true }),
  );
  return {
    progress: () => {
      const settled = residents.progress();
      return {
        done: done + settled.done,
        total: generated.requests.length + entry.tasks.length + settled.total,
      };
    },
    complete,
  };
}

function numberRows({ lastNumbers }: Generated): Schema['request_numbers'][] {
  return [...lastNumbers].map(([key, last]) => {
    const [district = '', date = ''] = key.split(' ');
    return { district, date, last };
  });
}

async function insertEntry(db: Writer, tasks: GeneratedEntry['tasks']): Promise<void> {
  await insertMany(
    db,
    'entry_tasks',
    tasks.map(({ task }) => task),
  );
  await insertMany(
    db,
    'entry_counts',
    tasks.flatMap(({ counts }) => counts()),
  );
}

async function insertRequests(
  db: Writer,
  keys: Keys,
  { timeline, approvals, personal }: Generated,
  requests: readonly RequestRow[],
): Promise<void> {
  const ids = new Set(requests.map(({ id }) => id));
  await insertMany(
    db,
    'requests',
    requests.map((row) => ({ ...row, words: wordsVector(row.title, row.body, row.address_masked) })),
  );
  const key = keys.current();
  await insertMany(
    db,
    'request_personal',
    requests.flatMap((row) => {
      const facts = personal.get(row.id);
      return (facts && sealPersonal(key, row, facts)) ?? [];
    }),
  );
  await insertMany(
    db,
    'timeline',
    timeline.filter((entry) => ids.has(entry.request_id)),
  );
  await insertMany(
    db,
    'approvals',
    approvals.filter((approval) => ids.has(approval.request_id)),
  );
}
