import { CALENDAR_MOVED_LISTED_MAX } from '@district/contract/limits.ts';
import type { CalendarImpact, CalendarYear } from '@district/contract/types.ts';
import type { Actor } from '../audit/append.ts';
import { startOfDay } from '../calendar/plain-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { REQUEST_COLUMNS } from './columns.ts';
import { type Deadlines, deadlinesOf } from './deadlines.ts';
import { recordStep, stamp } from './record.ts';

/** Requests reckoned at a time: a page stays a few megabytes, whatever waits. */
const PAGE_SIZE = 1_000;

/**
 * Reckons the deadlines of every open request whose limit touches the year by the new calendar and writes those that change, each with its
 * entry in the timeline, the audit and the events. A dry run does the same and is rolled back, so that what is told is what would happen.
 */
export async function reckonAnew(
  db: Writer,
  actor: Actor,
  year: CalendarYear,
  calendar: WorkingCalendar,
): Promise<CalendarImpact> {
  const moved: { before: RequestRow; after: Deadlines }[] = [];
  let settledCount = 0;
  for await (const before of touched(db, year.year)) {
    const after = deadlinesOf(before, calendar);
    const moves =
      differs(before.promised_due_at, after.promised_due_at) ||
      differs(before.statutory_due_at, after.statutory_due_at);
    if (moves) moved.push({ before, after });
    else if (before.provisional !== after.provisional) settledCount += 1;
    else if (!differs(before.yellow_at, after.yellow_at) && !differs(before.accept_by, after.accept_by))
      continue;
    await recordStep(db, actor, before, stamp({ ...before, ...after }, actor, 'reckon'), {
      action: 'reckon',
      phase: 'done',
      text: year.paper,
      unit: null,
      public: false,
      event: 'request.changed',
    });
  }
  const tightest = moved.toSorted(
    (a, b) => Number(a.after.promised_due_at) - Number(b.after.promised_due_at),
  );
  return {
    year,
    movedCount: moved.length,
    settledCount,
    moved: tightest.slice(0, CALENDAR_MOVED_LISTED_MAX).map(({ before, after }) => ({
      no: before.no,
      title: before.title,
      promised: move(before.promised_due_at, after.promised_due_at),
      statutory: move(before.statutory_due_at, after.statutory_due_at),
    })),
  };
}

/** Open requests whose limit, or whose time to be accepted, reaches into the year, locked, in the order of their keys. */
async function* touched(db: Writer, year: number): AsyncGenerator<RequestRow> {
  const [begins, ends] = [startOfDay(`${year}-01-01`), startOfDay(`${year + 1}-01-01`)];
  const page = db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('open', '=', true)
    .where((where) =>
      where.or([
        where.and([where('clock_started_at', '<', ends), where('statutory_due_at', '>', begins)]),
        where.and([
          where('state', '=', 'submitted'),
          where('submitted_at', '<', ends),
          where('accept_by', '>', begins),
        ]),
      ]),
    )
    .orderBy('district')
    .orderBy('id')
    .limit(PAGE_SIZE)
    .forUpdate();
  for (let rows = await page.execute(); rows.length > 0; ) {
    yield* rows;
    const last = rows.at(-1) as RequestRow;
    rows = await page
      .where((where) => where(where.refTuple('district', 'id'), '>', where.tuple(last.district, last.id)))
      .execute();
  }
}

function differs(before: Date | null, after: Date | null): boolean {
  return before?.valueOf() !== after?.valueOf();
}

function move(before: Date | null, after: Date | null): { from: string; to: string } | null {
  if (before === null || after === null || !differs(before, after)) return null;
  return { from: before.toISOString(), to: after.toISOString() };
}
