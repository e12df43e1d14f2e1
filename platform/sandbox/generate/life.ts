import type { Action } from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import type { Operator } from '../../access/operator.ts';
import { dateOf, dueDateOf } from '../../calendar/plain-date.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { handlerOf, person } from '../people.ts';
import type { Arrival } from './arrivals.ts';
import { type History, openApproval, type Step } from './history.ts';
import {
  atWork,
  DUTY_DESK,
  HOUR_MS,
  inOffice,
  minutesLater,
  OFFICE,
  ON_CALL,
  shiftWorkdays,
} from './moments.ts';
import { type Random } from './random.ts';
import { type ReplyKind, staffText } from './texts.ts';

/** What a life is played with. */
export interface Setting {
  arrival: Arrival;
  history: History;
  calendar: WorkingCalendar;
  random: Random;
  /** Nobody answers this one: it lies with its handler until the deadline has passed, and after. */
  stalled: boolean;
  /** The number of an earlier, still open request about the same thing, if there is one at that moment. */
  twin(at: Date): string | undefined;
  /** When it was accepted and dispatched, if that is decided already. */
  dispatched?: { acceptedAt: Date; assignedAt: Date } | undefined;
}

/** Whoever yields a step goes on when it is recorded. */
export type Life = Generator<Step, void, void>;

/** The people, hours and words of one request; each method gives a moment or a step, and none of them changes anything. */
export class Scene {
  readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
  }

  get row(): History['row'] {
    return this.setting.history.row;
  }

  get random(): Random {
    return this.setting.random;
  }

  get desk(): Operator {
    return person(`${this.row.district}-duty-${this.random.int(1, 2)}`);
  }

  get handler(): Operator {
    if (this.row.lead === null) throw new Error(`${this.row.no} has no handler`);
    return handlerOf(this.row.district, this.row.lead);
  }

  text(kind: ReplyKind): string {
    return staffText(kind, this.setting.arrival, this.random);
  }

  /** Shortly after the last step, when the desk is manned. */
  deskTime(minutesMin: number, minutesMax: number): Date {
    return this.#after(minutesMin, minutesMax, this.row.urgent ? ON_CALL : DUTY_DESK);
  }

  officeTime(minutesMin: number, minutesMax: number): Date {
    return this.#after(minutesMin, minutesMax, this.row.urgent ? ON_CALL : OFFICE);
  }

  #after(minutesMin: number, minutesMax: number, hours: typeof OFFICE): Date {
    const minutes = minutesMin + this.random.next() * (minutesMax - minutesMin);
    return atWork(minutesLater(this.row.last_action_at, minutes), hours, this.setting.calendar, this.random);
  }

  /** In office hours, that many working days after the last step. */
  workdaysLater(workdays: number): Date {
    const date = shiftWorkdays(dateOf(this.row.last_action_at), workdays, this.setting.calendar);
    const at = inOffice(date, this.random);
    return at > this.row.last_action_at ? at : this.officeTime(1, 30);
  }

  act(action: Action, by: Operator, at: Date, input: ActionInput = {}): Step {
    return { kind: 'act', action, by, at, input };
  }

  /** The centre's answer to what was asked: mostly within a day, and after escalation when it took too long. */
  *decide(verdict: 'grant' | 'refuse', workdays: number): Life {
    const { decide_by: decideBy } = openApproval(this.setting.history);
    const by = this.row.urgent ? this.desk : person(`${this.row.district}-approver`);
    const atOnce = this.row.urgent || workdays === 0;
    const sameDay = atOnce || this.random.chance(0.7);
    const at = sameDay ? this.officeTime(5, atOnce ? 35 : 240) : this.workdaysLater(workdays);
    if (at > decideBy) yield { kind: 'escalate', at: decideBy };
    yield { kind: verdict, by, at, text: verdict === 'refuse' ? this.text('refusal_reasons') : null };
  }

  /** A moment at the given share of the time that is left, when the handler works; never after the deadline if it can be helped. */
  beforeDue(share: number): Date {
    const { promised_due_at: due, last_action_at: from } = this.row;
    if (due === null) return this.workdaysLater(2);
    const { calendar, random } = this.setting;
    if (this.row.urgent)
      return minutesLater(from, (share * Math.max(due.valueOf() - from.valueOf(), 0)) / 60_000);
    const wished = new Date(from.valueOf() + share * Math.max(due.valueOf() - from.valueOf(), HOUR_MS));
    const at = atWork(wished, OFFICE, calendar, random);
    if (at < due) return at;
    const onLastDay = inOffice(dueDateOf(due), random);
    return onLastDay > from && onLastDay < due ? onLastDay : this.officeTime(20, 90);
  }
}
