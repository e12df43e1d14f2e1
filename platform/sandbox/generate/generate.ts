import { addDays, type PlainDate, startOfDay } from '../../calendar/plain-date.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { ApprovalRow, RequestRow, TimelineRow } from '../../store/schema.ts';
import { type Arrival, arrivalsBefore } from './arrivals.ts';
import { numbering } from './filing.ts';
import type { History } from './history.ts';
import { GULOU } from './places.ts';
import { isOpen, isOverdue, play, wasOpen } from './play.ts';
import { randomOf } from './random.ts';
import { stormArrivals } from './storm.ts';
import { leaveWaiting } from './waiting.ts';

export const REQUESTS = 3_000;
/** Overdue in Gulou on the morning of the storm. */
export const STORM_OVERDUE = 400;
/** Of those, what the holiday itself turned red; the rest was so before. */
const STORM_ARRIVALS = 370;
/** Outside the storm, nine of ten open requests are within their promise. */
const IN_TIME_PER_OVERDUE = 9;
/** What is overdue at the anchor became so in these days. */
const OVERDUE_DAYS_MAX = 45;
/** An earlier request counts as the same matter for so long. */
const TWIN_DAYS_MAX = 15;

export interface Generated {
  requests: RequestRow[];
  timeline: TimelineRow[];
  approvals: ApprovalRow[];
  /** The last number given out, by `district date`. */
  lastNumbers: ReadonlyMap<string, number>;
}

interface Tale {
  arrival: Arrival;
  no: string;
  stalled: boolean;
  history: History;
}

/** The sandbox's requests with their histories up to `until`, in the order of filing; the same for the same anchor and moment. */
export function generateRequests(options: {
  anchor: PlainDate;
  storm: boolean;
  until: Date;
  calendar: WorkingCalendar;
}): Generated {
  const { anchor, storm, until } = options;
  const calendar = remembering(options.calendar);
  const usual = arrivalsBefore({ anchor, until, calendar, count: REQUESTS - (storm ? STORM_ARRIVALS : 0) });
  const sudden = storm ? stormArrivals({ anchor, until, calendar, count: STORM_ARRIVALS }) : [];
  const arrivals = [...usual, ...sudden].sort((a, b) => a.submittedAt.valueOf() - b.submittedAt.valueOf());
  const numbers = numbering();
  const tales: Tale[] = [];
  const tell = (arrival: Arrival, no: string, stalled: boolean): Tale => {
    const twin = (at: Date) => twinOf(arrival, at, tales);
    return { arrival, no, stalled, history: play({ arrival, no, stalled, until, calendar, twin }) };
  };
  for (const arrival of arrivals) {
    const no = numbers.next(arrival.place.district, arrival.submittedAt);
    tales.push(tell(arrival, no, 'dispatched' in arrival));
  }
  const stall = (tale: Tale) => tell(tale.arrival, tale.no, true);
  for (const { belongs, target } of overdueTargets(storm))
    stallUntil(tales, belongs, target, { anchor, until, stall });
  leaveWaiting(tales, until, anchor, calendar);
  return {
    requests: tales.map(({ history }) => history.row),
    timeline: tales.flatMap(({ history }) => history.timeline),
    approvals: tales.flatMap(({ history }) => history.approvals),
    lastNumbers: numbers.last,
  };
}

/** A calendar that remembers its answers: a seeding asks for the same days a million times. */
function remembering(calendar: WorkingCalendar): WorkingCalendar {
  const known = new Map<PlainDate, boolean>();
  return {
    isPublished: calendar.isPublished,
    isWorkday: (date) => {
      const answer = known.get(date) ?? calendar.isWorkday(date);
      known.set(date, answer);
      return answer;
    },
  };
}

function twinOf(arrival: Arrival, at: Date, tales: readonly Tale[]): string | undefined {
  const since = addDays(at.toISOString().slice(0, 10), -TWIN_DAYS_MAX);
  for (let index = tales.length - 1; index >= 0; index -= 1) {
    const { arrival: other, no, history } = tales[index] as Tale;
    if (other.submittedAt < startOfDay(since)) return undefined;
    const same =
      other.item === arrival.item && other.place.street === arrival.place.street && other !== arrival;
    if (same && other.submittedAt < arrival.submittedAt && wasOpen(history, at)) return no;
  }
  return undefined;
}

interface Target {
  belongs(tale: Tale): boolean;
  target(open: number, overdue: number): number;
}

function overdueTargets(storm: boolean): Target[] {
  const share: Target['target'] = (open, overdue) => Math.round((open - overdue) / IN_TIME_PER_OVERDUE);
  if (!storm) return [{ belongs: () => true, target: share }];
  return [
    { belongs: ({ arrival }) => arrival.place.district === GULOU, target: () => STORM_OVERDUE },
    { belongs: ({ arrival }) => arrival.place.district !== GULOU, target: share },
  ];
}

/** Lets handlers neglect requests whose deadline has passed, one by one, until as many are overdue as there should be. */
function stallUntil(
  tales: Tale[],
  belongs: Target['belongs'],
  target: Target['target'],
  moment: { anchor: PlainDate; until: Date; stall(tale: Tale): Tale },
): void {
  const { anchor, until, stall } = moment;
  const rows = tales.filter(belongs).map(({ history }) => history.row);
  const overdue = rows.filter((row) => isOverdue(row, until)).length;
  let missing = target(rows.filter(isOpen).length, overdue) - overdue;
  const random = randomOf(`stalled ${anchor}`);
  const earliest = startOfDay(addDays(anchor, -OVERDUE_DAYS_MAX));
  const candidates = [...tales.keys()]
    .map((index) => ({ index, key: random.next() }))
    .sort((a, b) => a.key - b.key);
  for (const { index } of candidates) {
    if (missing === 0) return;
    const tale = tales[index] as Tale;
    const due = tale.history.row.promised_due_at;
    const { state } = tale.history.row;
    if (tale.stalled || !belongs(tale) || due === null || due < earliest || due > startOfDay(anchor))
      continue;
    if (state !== 'resolved' && state !== 'closed') continue;
    const stalled = stall(tale);
    if (!isOverdue(stalled.history.row, until)) continue;
    tales[index] = stalled;
    missing -= 1;
  }
  if (missing !== 0) throw new Error(`the sandbox of ${anchor} has ${-missing} overdue requests too many`);
}
