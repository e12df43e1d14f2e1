import type { ReminderPlan, ReminderSlip } from '@district/contract/types.ts';
import { failureOf } from '../../command/catch-failure.ts';
import { actionMessages } from '../../i18n/messages/console-actions.ts';
import { triageMessages } from '../../i18n/messages/console-triage.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { EMPTY_TEXT, insertText } from '../../terminal/text/typed-text.ts';
import { complain } from '../complain.ts';
import type { Desk } from '../desk.ts';
import { failureText } from '../failure.ts';
import { createForm, formTarget } from '../form/form.ts';
import { showForm } from '../form/show-form.ts';
import { triageCardQuery } from '../queries.ts';
import { triageAtHand } from '../rows.ts';
import { startAction, whyNothing } from '../start-action.ts';
import { requestsAtHand } from '../subjects.ts';

/** Opens a form of triage on what is at hand. */
export function startOnRequests(desk: Desk, action: 'request.note' | 'request.snooze'): void {
  const targets = requestsAtHand(desk).map(formTarget);
  if (targets.length > 0) showForm(desk, createForm(action, targets));
  else complain(desk, whyNothing(desk));
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

/** One reminder for the unit of the request at hand, of all that is overdue with it. */
export function startReminder(desk: Desk): void {
  const { language } = desk.store.getState();
  const request = triageAtHand(desk)?.request;
  const card = request && desk.queries.getQueryData(triageCardQuery(desk.client, request.no).queryKey);
  if (!card) complain(desk, translate(actionMessages, language, 'notLoadedYet'));
  else if (!request.lead || !card.unit?.overdue)
    complain(desk, translate(triageMessages, language, 'nothingToRemind'));
  else if (card.unit.today) complain(desk, remindedText(card.unit.today, language));
  else {
    const { kind, id, name } = request.lead;
    const title = translate(triageMessages, language, 'slip', { unit: name, n: card.unit.overdue });
    showForm(desk, createForm('units.remind', [formTarget({ no: `${kind}:${id}`, title, version: 0 })]));
  }
}

/** One reminder for each unit that has something overdue; those that have had the day's are left out. */
export async function startReminders(desk: Desk): Promise<void> {
  const { language } = desk.store.getState();
  try {
    const { units } = await desk.client.planReminders({});
    const due = units.filter(({ today, urgent }) => !today || urgent > 0);
    const today = units[0]?.today;
    if (due.length > 0)
      showForm(desk, createForm('units.remind', due.map(unitTarget(language)), units.length - due.length));
    else
      complain(
        desk,
        today ? remindedText(today, language) : translate(triageMessages, language, 'nothingToRemind'),
      );
  } catch (error) {
    complain(desk, failureText(failureOf(error), language));
  }
}

function unitTarget(language: Language) {
  return ({ unit: { kind, id, name }, count }: ReminderPlan['units'][number]) =>
    formTarget({
      no: `${kind}:${id}`,
      title: translate(triageMessages, language, 'slip', { unit: name, n: count }),
      version: 0,
    });
}

function remindedText({ by, count }: ReminderSlip, language: Language): string {
  return translate(triageMessages, language, 'remindedToday', { by, n: count });
}
