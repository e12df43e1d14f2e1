import { deadline, type Limit, type Pause } from '../calendar/deadline.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { RequestRow } from '../store/schema/requests.ts';

type ClockFacts = Pick<
  RequestRow,
  | 'submitted_at'
  | 'clock_start'
  | 'clock_started_at'
  | 'promised_limit'
  | 'promised_unit'
  | 'statutory_limit'
  | 'statutory_unit'
  | 'extended_limit'
  | 'pauses'
  | 'paused_since'
>;
export type Deadlines = Pick<
  RequestRow,
  'promised_due_at' | 'statutory_due_at' | 'yellow_at' | 'provisional' | 'accept_by'
>;

/** 行政许可法 32: what is not asked to be put right within five days counts as accepted; days of that law are working days (82). */
const ACCEPT_WITHIN: Limit = { limit: 5, unit: 'working_day' };

/** What a unit has that is not the right one for it: two working days, as the hotlines’ rules for returns (退单) have it. */
const RETURN_WITHIN: Limit = { limit: 2, unit: 'working_day' };

const NOT_STARTED: Omit<Deadlines, 'accept_by'> = {
  promised_due_at: null,
  statutory_due_at: null,
  yellow_at: null,
  provisional: false,
};

/** Both deadlines of a request from its clock's start, limits, extension and pauses; the statutory one is never the earlier. */
export function deadlinesOf(request: ClockFacts, calendar: WorkingCalendar): Deadlines {
  const accept_by = acceptBy(request, calendar);
  if (request.clock_started_at === null) return { ...NOT_STARTED, accept_by };
  const pauses = countedPauses(request);
  const due = (limit: number, unit: RequestRow['promised_unit']) =>
    deadline(
      request.clock_started_at as Date,
      { limit: limit + request.extended_limit, unit },
      pauses,
      calendar,
    );
  const promised = due(request.promised_limit, request.promised_unit);
  const statutory = due(request.statutory_limit, request.statutory_unit);
  return {
    promised_due_at: promised.dueAt,
    statutory_due_at: statutory.dueAt < promised.dueAt ? promised.dueAt : statutory.dueAt,
    yellow_at: promised.yellowAt,
    provisional: promised.provisional || statutory.provisional,
    accept_by,
  };
}

/** The pauses that count: of those that overlap one that is open none does yet, since both deadlines stand still as they stood when the first began. */
export function countedPauses({
  pauses,
  paused_since,
}: Pick<RequestRow, 'pauses' | 'paused_since'>): Pause[] {
  return pauses
    .map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))
    .filter(({ to }) => paused_since === null || to <= paused_since);
}

/** Until when a unit may return what was dispatched to it then. Pauses leave it alone: whose it is can be seen at once. */
export function returnBy(dispatchedAt: Date, calendar: WorkingCalendar): Date {
  return deadline(dispatchedAt, RETURN_WITHIN, [], calendar).dueAt;
}

/** Matters whose clock starts at acceptance are licensing: the others do not wait for it. */
function acceptBy({ clock_start, submitted_at }: ClockFacts, calendar: WorkingCalendar): Date | null {
  return clock_start === 'acceptance' ? deadline(submitted_at, ACCEPT_WITHIN, [], calendar).dueAt : null;
}
