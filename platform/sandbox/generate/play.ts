import { OPEN_STATES } from '@district/contract/vocabulary.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { RequestRow } from '../../store/schema/requests.ts';
import { aftermath } from './aftermath.ts';
import type { Arrival } from './arrivals.ts';
import { filed } from './filing.ts';
import { type History, record } from './history.ts';
import { type Life, Scene } from './life.ts';
import { randomOf } from './random.ts';
import { reception } from './reception.ts';
import type { StormArrival } from './storm.ts';
import { work } from './work.ts';

/** A request as it is told: who filed what, under which number, and what became of it. */
export interface Tale {
  arrival: Arrival;
  no: string;
  stalled: boolean;
  history: History;
}

/** Plays one request from its filing up to the sandbox's present. */
export function play(options: {
  arrival: Arrival | StormArrival;
  no: string;
  stalled: boolean;
  until: Date;
  calendar: WorkingCalendar;
  twin(at: Date): string | undefined;
}): History {
  const { arrival, until, calendar } = options;
  const random = randomOf(`life ${arrival.seed}`);
  const history = filed(arrival, options.no, calendar, random);
  const dispatched = 'dispatched' in arrival ? arrival.dispatched : undefined;
  const { stalled, twin } = options;
  const scene = new Scene({ arrival, history, calendar, random, stalled, twin, dispatched });
  for (const step of life(scene)) {
    if (step.at > until) break;
    record(history, step, calendar, random);
  }
  return history;
}

function* life(scene: Scene): Life {
  yield* reception(scene);
  if (scene.row.state === 'assigned') yield* work(scene);
  if (scene.row.state === 'resolved') yield* aftermath(scene);
}

const OPEN: ReadonlySet<string> = new Set(OPEN_STATES);

export function isOpen(row: RequestRow): boolean {
  return OPEN.has(row.state);
}

/** Past the promised deadline while somebody still owes an answer; a paused clock shows the moment it stopped. */
export function isOverdue(row: RequestRow, now: Date): boolean {
  const due = row.promised_due_at;
  return isOpen(row) && due !== null && due <= (row.paused_since ?? now);
}

/** Whether it was still open at an earlier moment. */
export function wasOpen(history: History, at: Date): boolean {
  const last = history.timeline.findLast((entry) => entry.at <= at);
  return last !== undefined && OPEN.has(last.state_to);
}
