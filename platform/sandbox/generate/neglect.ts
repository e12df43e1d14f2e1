import { addDays, endOfDay, type PlainDate, startOfDay } from '../../calendar/plain-date.ts';
import { GULOU } from './places.ts';
import { isOpen, isOverdue, type Tale } from './play.ts';
import { type Random, randomOf } from './random.ts';

/** Overdue in Gulou on the morning of the storm. */
const STORM_OVERDUE = 400;
/** Outside the storm, nine of ten open requests are within their promise. */
const IN_TIME_PER_OVERDUE = 9;
/** What is overdue at the anchor became so in these days. */
const OVERDUE_DAYS_MAX = 45;
/** Due at the end of the anchor's own day and not answered yet, beyond those that will be. */
const DUE_TODAY = 8;

interface Moment {
  anchor: PlainDate;
  storm: boolean;
  until: Date;
  /** The same request once more, with nobody answering it. */
  stall(tale: Tale): Tale;
}

/** Lets handlers neglect requests, so that exactly as many are overdue as there should be, and some will be tonight. */
export function neglectSome(tales: Tale[], moment: Moment): void {
  const { anchor, storm, until } = moment;
  const random = randomOf(`stalled ${anchor}`);
  const tonight = endOfDay(anchor);
  stallSome(tales, DUE_TODAY, random, moment, {
    candidate: (tale, due) => due.valueOf() === tonight.valueOf() && isWorkedOn(tale),
    holds: ({ history }) => isOpen(history.row) && !isOverdue(history.row, until),
  });
  const earliest = startOfDay(addDays(anchor, -OVERDUE_DAYS_MAX));
  for (const { belongs, target } of overdueTargets(storm)) {
    const rows = tales.filter(belongs).map(({ history }) => history.row);
    const overdue = rows.filter((row) => isOverdue(row, until)).length;
    const missing = target(rows.filter(isOpen).length, overdue) - overdue;
    const left = stallSome(tales, missing, random, moment, {
      candidate: (tale, due) =>
        belongs(tale) &&
        isWorkedOn(tale) &&
        !isOverdue(tale.history.row, until) &&
        due >= earliest &&
        due <= startOfDay(anchor),
      holds: ({ history }) => isOverdue(history.row, until),
    });
    if (left !== 0) throw new Error(`the sandbox of ${anchor} is ${left} overdue requests short`);
  }
}

/** Neither turned away, merged nor taken back. */
function isWorkedOn({ history }: Tale): boolean {
  return ['in_progress', 'resolved', 'closed'].includes(history.row.state);
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

/** Stalls candidates in random order until `count` are as wished; returns how many are still missing. */
function stallSome(
  tales: Tale[],
  count: number,
  random: Random,
  { stall }: Moment,
  wish: { candidate(tale: Tale, dueAt: Date): boolean; holds(tale: Tale): boolean },
): number {
  const order = tales.map((_tale, index) => ({ index, key: random.next() })).sort((a, b) => a.key - b.key);
  let missing = count;
  for (const { index } of order) {
    if (missing <= 0) break;
    const tale = tales[index] as Tale;
    const dueAt = tale.history.row.promised_due_at;
    if (tale.stalled || dueAt === null || !wish.candidate(tale, dueAt)) continue;
    const stalled = stall(tale);
    if (!wish.holds(stalled)) continue;
    tales[index] = stalled;
    missing -= 1;
  }
  return missing;
}
