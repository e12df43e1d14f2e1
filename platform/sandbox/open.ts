import { addDays, dateOf, type PlainDate } from '../calendar/plain-date.ts';
import { type Clock, offsetClock } from '../clock/clock.ts';
import { PlatformError } from '../platform-error.ts';
import type { Keys } from '../sealing/keys.ts';
import type { Database } from '../store/database.ts';
import { hasOwnData, type Installed, isTouched, readInstalled } from './installation.ts';
import { HOUSEHOLDS, keepResidents } from './residents.ts';
import { type Seeding, seed } from './seed.ts';
import {
  type ExampleResident,
  exampleResident,
  type Identity,
  identitiesOf,
  insertPeople,
  sandboxPassword,
} from './tokens.ts';

/** An untouched sandbox older than this is made anew, because by then everything in it is overdue. */
const KEPT_DAYS = 3;

export interface SandboxOptions {
  db: Database;
  /** The machine's time. */
  now: Date;
  /** The moment the sandbox is made for; the machine's time when not given. */
  at: Date | undefined;
  /** The morning after a holiday: 400 overdue requests in Gulou. */
  storm: boolean;
  /** Empties it first, whatever was done in it. */
  reset: boolean;
  keys: Keys;
  /** Stable for a data home; tokens come from it. */
  secret: string;
  /** Households of Gulou, with three residents each on average; the source's figure when not given. */
  households?: number;
}

export interface OpenSandbox {
  clock: Clock;
  anchor: PlainDate;
  storm: boolean;
  identities: Identity[];
  /** With which each of them signs in on a page. */
  password: string;
  /** A resident of Gulou whose inbox can be read. */
  resident: ExampleResident;
  /** Requests, residents and tasks of data entry written so far, and in all. */
  progress(): { done: number; total: number };
  /** Resolves when the whole history is written. */
  seeding: Promise<void>;
  /** Made just now: what was known of an earlier one does not hold any more. */
  isNew: boolean;
}

/** Opens the sandbox of a migrated database, made or made anew where that is due. Fails with `sandbox_differs`. */
export async function openSandbox(options: SandboxOptions): Promise<OpenSandbox> {
  const { db, now, at, secret, keys, households = HOUSEHOLDS } = options;
  const installed = await readInstalled(db);
  if (installed === undefined && (await hasOwnData(db))) {
    throw new PlatformError(
      'sandbox_differs',
      'This database holds a platform’s own data, not a sandbox.',
      'Give the sandbox a database or a data home of its own.',
    );
  }
  const identities = identitiesOf(secret);
  const password = sandboxPassword(secret);
  const resident = exampleResident(secret);
  if (installed !== undefined && (await isKept(options, installed))) {
    const { anchor, storm, offsetMs } = installed;
    const requests = await countRequests(db);
    const until = new Date(now.valueOf() + offsetMs);
    await db.transaction().execute((transaction) => insertPeople(transaction, secret, until));
    const { progress: settled, complete } = await keepResidents(db, { until, secret, households });
    const progress = () => ({ done: requests + settled().done, total: requests + settled().total });
    const kept = { anchor, storm, identities, password, resident, progress, isNew: false };
    return { ...kept, clock: offsetClock(offsetMs), seeding: complete };
  }
  const until = at ?? now;
  const offsetMs = until.valueOf() - now.valueOf();
  const anchor = dateOf(until);
  const { storm } = options;
  const { progress, complete }: Seeding = await seed(db, {
    anchor,
    storm,
    until,
    offsetMs,
    secret,
    keys,
    households,
  });
  const made = { anchor, storm, identities, password, resident, progress, isNew: true };
  return { ...made, clock: offsetClock(offsetMs), seeding: complete };
}

async function isKept(options: SandboxOptions, installed: Installed): Promise<boolean> {
  const { db, now, at, storm, reset } = options;
  if (reset || !installed.complete) return false;
  const today = dateOf(new Date(now.valueOf() + installed.offsetMs));
  const touched = await isTouched(db);
  if (differs(options, installed)) {
    if (!touched) return false;
    const wished = `${dateOf(at ?? now)}${storm ? ' (storm)' : ''}`;
    throw new PlatformError(
      'sandbox_differs',
      `The sandbox was made for ${installed.anchor}${installed.storm ? ' (storm)' : ''}, not for ${wished}, and somebody has worked in it.`,
      `Start it without --now and --storm to go on in it, or drop it: district sandbox reset --now ${(at ?? now).toISOString()}${storm ? ' --storm' : ''}`,
    );
  }
  if (touched) return true;
  // Asked for that day once more, an untouched sandbox shows that day, not the days that have gone by since.
  return at === undefined ? today <= addDays(installed.anchor, KEPT_DAYS) : today === installed.anchor;
}

/** Only what was asked for can differ: without a moment, the sandbox goes on as it is. */
function differs({ at, storm }: SandboxOptions, installed: Installed): boolean {
  if (at === undefined) return storm && !installed.storm;
  return dateOf(at) !== installed.anchor || storm !== installed.storm;
}

async function countRequests(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('requests')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
