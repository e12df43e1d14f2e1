import type { ReminderPlan } from '@district/contract/types.ts';
import { failureOf } from '../../command/catch-failure.ts';
import { triageMessages } from '../../i18n/messages/console-triage.ts';
import { translate } from '../../i18n/translate.ts';
import { EMPTY_TEXT, insertText } from '../../terminal/text/typed-text.ts';
import type { Desk } from '../desk.ts';
import { failureText } from '../failure.ts';
import { createForm, type FormTarget } from '../form/form.ts';
import { showForm } from '../form/show-form.ts';
import { triageCardQuery } from '../queries.ts';
import { triageAtHand } from '../rows.ts';
import { startAction } from '../start-action.ts';
import { requestsAtHand } from '../subjects.ts';

/** Opens a form of triage on what is at hand. */
export function startOnRequests(desk: Desk, action: 'request.note' | 'request.snooze'): void {
  const targets = requestsAtHand(desk).map(({ no, title, version }) => target(no, title, version));
  if (targets.length > 0) showForm(desk, createForm(action, targets));
}

/** Merging, with the number that the rule suggests filled in. */
export function startMerge(desk: Desk): void {
  startAction(desk, 'merge');
  const { form } = desk.store.getState();
  const no = triageAtHand(desk)?.request.no;
  if (form?.action !== 'merge' || no === undefined) return;
  const card = desk.queries.getQueryData(triageCardQuery(desk.client, no).queryKey);
  const into = card?.suggestions.find(({ action }) => action === 'merge')?.into;
  if (!into) return;
  const fields = form.fields.map((field) =>
    field.kind === 'text' && field.name === 'into' && field.typed.before + field.typed.after === ''
      ? { ...field, typed: insertText(EMPTY_TEXT, into, field.entry).typed }
      : field,
  );
  desk.store.setState({ form: { ...form, fields } });
}

/** One reminder for each unit that has something overdue, or for the unit of the request at hand alone. */
export async function startReminders(desk: Desk, whose: 'all' | 'at_hand'): Promise<void> {
  const { language } = desk.store.getState();
  const lead = triageAtHand(desk)?.request.lead;
  try {
    const plan = await desk.client.planReminders({});
    const units = plan.units.filter(
      ({ unit }) => whose === 'all' || (unit.kind === lead?.kind && unit.id === lead.id),
    );
    const due = units.filter(({ today, urgent }) => !today || urgent > 0);
    if (due.length > 0) {
      const targets = due.map((one) =>
        target(`${one.unit.kind}:${one.unit.id}`, titleOf(desk, plan, one), 0),
      );
      showForm(desk, createForm('units.remind', targets, units.length - due.length));
      return;
    }
    const today = units[0]?.today;
    complain(
      desk,
      today
        ? translate(triageMessages, language, 'remindedToday', { by: today.by, n: today.count })
        : translate(triageMessages, language, 'nothingToRemind'),
    );
  } catch (error) {
    complain(desk, failureText(failureOf(error), language));
  }
}

function titleOf(desk: Desk, { asOf, sendAt }: ReminderPlan, one: ReminderPlan['units'][number]): string {
  const { language } = desk.store.getState();
  const values = { unit: one.unit.name, n: one.count, at: '' };
  return sendAt <= asOf
    ? translate(triageMessages, language, 'slipNow', values)
    : translate(triageMessages, language, 'slipLater', values);
}

function target(no: string, title: string, version: number): FormTarget {
  return { no, title, version, approvalId: null, idempotencyKey: null, done: false };
}

function complain(desk: Desk, text: string): void {
  desk.store.setState({ notice: { text, tone: 'bad' } });
}
