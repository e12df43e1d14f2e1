import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../store/database.ts';
import { loadCalendar } from './load.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A calendar set through another process of the platform is seen this soon. */
const RECHECK_INTERVAL_MS = 10_000;

/** The calendar of the database, held in memory and read anew when it was changed. */
export interface LiveCalendar extends WorkingCalendar {
  reload(): Promise<void>;
  stop(): void;
}

export async function liveCalendar(db: Database, log: Logger): Promise<LiveCalendar> {
  let edition = await editionOf(db);
  let calendar = await loadCalendar(db);

  async function reload(): Promise<void> {
    const found = await editionOf(db);
    if (found === edition) return;
    calendar = await loadCalendar(db);
    edition = found;
  }

  const recheck = setInterval(() => {
    reload().catch((error: unknown) =>
      log.warn({ err: error }, 'the calendar could not be read; trying again'),
    );
  }, RECHECK_INTERVAL_MS);
  recheck.unref();

  return {
    isWorkday: (date) => calendar.isWorkday(date),
    specialDay: (date) => calendar.specialDay(date),
    paperOf: (year) => calendar.paperOf(year),
    reload,
    stop: () => clearInterval(recheck),
  };
}

/** Every change counts a version up, so their sum tells one state from another. */
async function editionOf(db: Database): Promise<string> {
  const { rows } = await sql<{ edition: string }>`
    select count(*) || '/' || coalesce(sum(version), 0) as edition from calendar_years`.execute(db);
  return rows[0]?.edition ?? '';
}
