import { formatUnit, parseUnit } from '@district/contract/assignee.ts';
import { REMINDER_REQUESTS_MAX } from '@district/contract/limits.ts';
import type { RemindedUnit, RemindUnit } from '@district/contract/types.ts';
import type { Operator } from '../access/operator.ts';
import { settingsDistrict } from '../approvals/settings.ts';
import type { Actor } from '../audit/append.ts';
import { dateOf } from '../calendar/plain-date.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { whyNotAssignable } from '../requests/assignable.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import type { ReminderSlipRow } from '../store/schema/triage.ts';
import { requireCentre } from '../triage/rights.ts';
import { remindable, slipOfDay, waitingSlipWith } from './find.ts';
import { heardAt } from './office-hours.ts';
import { slipOf } from './present.ts';
import { makeSlip } from './slip.ts';

type Worker = Actor & { operator: Operator };

/**
 * Reminds a unit once of all its requests that the filter finds, in the caller's transaction. Ordinary ones go in office hours and once a
 * day; urgent ones go at any hour, in a slip of their own where the others have to wait.
 */
export async function remindUnit(
  db: Writer,
  services: Services,
  actor: Worker,
  input: RemindUnit,
): Promise<RemindedUnit> {
  const { calendar, dictionaries } = services;
  requireCentre(actor.operator, 'remind', input.unit);
  const district = settingsDistrict(services, actor.operator, input.district);
  const unit = unitOf(services, district, input.unit);
  const requests = await toRemindOf(db, actor, district, unit, input.q ?? 'is:overdue');
  const sendAt = heardAt(actor.at, false, calendar);
  const ofDay = () => slipOfDay(db, district, unit, dateOf(sendAt));
  const today = await ofDay();
  const common = { unit, remark: input.remark ?? null, grouped: true };
  const slip = (rows: readonly RequestRow[], urgent: boolean, at: Date) =>
    rows.length === 0
      ? Promise.resolve(undefined)
      : makeSlip(db, actor, calendar, { ...common, requests: rows, urgent, sendAt: at });
  const isOpenNow = sendAt <= actor.at;
  const urgent = requests.filter((request) => request.urgent);
  const ordinary = requests.filter((request) => !request.urgent);
  if (requests.length === 0) {
    const waiting = await waitingSlipWith(db, district, unit);
    throw waiting ? alreadyReminded(waiting) : nothingToRemind(input.unit);
  }
  if (isOpenNow && !today && ordinary.length > 0) {
    const sent = await slip(requests, false, actor.at);
    if (sent) return { ...told(sent), waiting: null, stoppedBy: null };
  }
  const sentUrgent = await slip(urgent, true, actor.at);
  const held = isOpenNow || today ? undefined : await slip(ordinary, false, sendAt);
  const first = ordinary.length > 0 && !held ? await ofDay() : undefined;
  if (first && !sentUrgent) throw alreadyReminded(first);
  return {
    unit: dictionaries.unit(unit),
    sent: sentUrgent ? slipOf(sentUrgent, dictionaries) : null,
    waiting: held ? slipOf(held, dictionaries) : null,
    stoppedBy: first ? slipOf(first, dictionaries) : null,
  };

  function told(sent: ReminderSlipRow) {
    return { unit: dictionaries.unit(unit), sent: slipOf(sent, dictionaries) };
  }

  function alreadyReminded(first: ReminderSlipRow): ProblemError {
    const when = first.sent_at === null ? `waits until ${first.send_at.toISOString()}` : 'was sent today';
    return new ProblemError(
      'already_reminded',
      `${dictionaries.unit(unit).name} has a reminder of ${first.count} requests by ${first.operator_name}, which ${when}: a unit is reminded once a day, but for what is urgent.`,
      { reminder: slipOf(first, dictionaries) },
    );
  }
}

function unitOf(services: Services, district: string, text: string): string {
  const unit = parseUnit(text);
  const why = whyNotAssignable(services, { district }, text);
  if (unit !== undefined && why === undefined) return formatUnit(unit);
  throw new ProblemError('invalid', `${text} cannot be reminded: ${why}.`, {
    fields: [{ path: 'unit', message: why ?? '' }],
  });
}

function nothingToRemind(unit: string): ProblemError {
  return new ProblemError(
    'not_found',
    `The filter finds nothing with ${unit} that could be reminded of: what waits already is left out.`,
  );
}

/** Locked in the order of their deadlines. */
function toRemindOf(
  db: Writer,
  { operator, at }: Worker,
  district: string,
  unit: string,
  q: string,
): Promise<RequestRow[]> {
  return db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where(remindable(operator, q, at))
    .where('district', '=', district)
    .where('lead', '=', unit)
    .orderBy('due_key')
    .orderBy('id', 'desc')
    .limit(REMINDER_REQUESTS_MAX)
    .forUpdate()
    .execute();
}
