import { addDays, type PlainDate, startOfDay } from '../../calendar/plain-date.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Personal } from '../../requests/personal.ts';
import type { ApprovalRow, RequestRow, TimelineRow } from '../../store/schema/requests.ts';
import { type Arrival, arrivalsBefore } from './arrivals.ts';
import { numbering } from './filing.ts';
import { neglectSome } from './neglect.ts';
import { play, type Tale, wasOpen } from './play.ts';
import { stormArrivals } from './storm.ts';
import { leaveWaiting } from './waiting.ts';

const REQUESTS = 3_000;
/** Of those, what the holiday itself turned red; the rest was so before. */
const STORM_ARRIVALS = 370;
/** An earlier request counts as the same matter for so long. */
const TWIN_DAYS_MAX = 15;

export interface Generated {
  requests: RequestRow[];
  timeline: TimelineRow[];
  approvals: ApprovalRow[];
  /** What each says of a person, by its id. */
  personal: ReadonlyMap<string, Personal>;
  /** The last number given out, by `district date`. */
  lastNumbers: ReadonlyMap<string, number>;
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
  neglectSome(tales, { anchor, storm, until, stall });
  leaveWaiting(tales, until, anchor, calendar);
  return {
    requests: tales.map(({ history }) => history.row),
    timeline: tales.flatMap(({ history }) => history.timeline),
    approvals: tales.flatMap(({ history }) => history.approvals),
    personal: new Map(tales.map(({ history }) => [history.row.id, history.personal])),
    lastNumbers: numbers.last,
  };
}

/** A calendar that remembers its answers: a seeding asks for the same days a million times. */
function remembering(calendar: WorkingCalendar): WorkingCalendar {
  const known = new Map<PlainDate, boolean>();
  return {
    ...calendar,
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
