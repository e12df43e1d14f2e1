import type { ActionInput } from '@district/contract/types.ts';
import type { ApprovalKind } from '@district/contract/vocabulary.ts';
import { APPROVAL_LIMITS } from '../../approvals/limits.ts';
import { addDays, dateOf, type PlainDate } from '../../calendar/plain-date.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { rule } from '../../requests/rules.ts';
import { handlerOf } from '../people.ts';
import type { Arrival } from './arrivals.ts';
import { type History, openApproval, record } from './history.ts';
import { inOffice, shiftWorkdays } from './moments.ts';
import type { Tale } from './play.ts';
import { type Random, randomOf } from './random.ts';
import { staffText } from './texts.ts';

/** What waits for the centre at least, so that every kind of decision can be tried. */
const WAITING: readonly { kind: ApprovalKind; count: number; returnsMin: number }[] = [
  { kind: 'return', count: 3, returnsMin: 1 },
  { kind: 'return', count: 4, returnsMin: 0 },
  { kind: 'extend', count: 4, returnsMin: 0 },
  { kind: 'special_procedure', count: 3, returnsMin: 0 },
  { kind: 'decline', count: 3, returnsMin: 0 },
  { kind: 'resolve', count: 8, returnsMin: 0 },
];

/** Lets handlers ask for what is still missing of each kind, as the last thing that happened; one of each kind was left undecided too long. */
export function leaveWaiting(
  told: readonly Tale[],
  until: Date,
  anchor: PlainDate,
  calendar: WorkingCalendar,
): void {
  const random = randomOf(`waiting ${anchor}`);
  const shuffled = [...told]
    .map((entry) => ({ entry, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
  for (const { kind, count, returnsMin } of WAITING) {
    const { limit: decideWithin } = APPROVAL_LIMITS[kind];
    let missing = count - told.filter(({ history }) => waits(history, kind, returnsMin)).length;
    for (const entry of shuffled) {
      if (missing <= 0) break;
      if (entry.history.row.urgent || entry.history.row.returns < returnsMin) continue;
      const workdaysAgo = missing === 1 ? decideWithin + 1 : random.int(0, decideWithin - 1);
      if (askFor(entry, kind, workdaysAgo, until, calendar, random)) missing -= 1;
    }
  }
}

function waits({ row }: History, kind: ApprovalKind, returnsMin: number): boolean {
  return row.open_approval === kind && (kind !== 'return' || row.arbitration === returnsMin > 0);
}

function askFor(
  { arrival, history }: Tale,
  kind: ApprovalKind,
  workdaysAgo: number,
  until: Date,
  calendar: WorkingCalendar,
  random: Random,
): boolean {
  const { row } = history;
  if (row.lead === null) return false;
  const at = momentBefore(until, workdaysAgo, calendar, random);
  if (at <= row.last_action_at) return false;
  const by = handlerOf(row.district, row.lead);
  if (!rule(kind, row, by, at).open) return false;
  record(
    history,
    { kind: 'act', action: kind, by, at, input: inputOf(kind, arrival, dateOf(at), random) },
    calendar,
    random,
  );
  const { decide_by: decideBy } = openApproval(history);
  if (decideBy <= until) record(history, { kind: 'escalate', at: decideBy }, calendar, random);
  return true;
}

/** In office hours so many working days ago; yesterday's when today's have not come yet. */
function momentBefore(until: Date, workdaysAgo: number, calendar: WorkingCalendar, random: Random): Date {
  const today = dateOf(until);
  const isToday = workdaysAgo === 0 && calendar.isWorkday(today);
  const at = inOffice(isToday ? today : shiftWorkdays(today, -Math.max(workdaysAgo, 1), calendar), random);
  return at <= until ? at : inOffice(shiftWorkdays(today, -1, calendar), random);
}

function inputOf(kind: ApprovalKind, arrival: Arrival, date: PlainDate, random: Random): ActionInput {
  switch (kind) {
    case 'return':
      return { reason: staffText('return_reasons', arrival, random) };
    case 'extend':
      return { limit: random.int(2, 7), reason: staffText('extension_reasons', arrival, random) };
    case 'special_procedure':
      return {
        reason: `需进行${staffText('special_procedures', arrival, random)}`,
        until: addDays(date, random.int(10, 20)),
      };
    case 'decline':
      return { reason: staffText('decline_reasons', arrival, random) };
    case 'resolve':
      return { reply: staffText('resolved', arrival, random) };
  }
}
