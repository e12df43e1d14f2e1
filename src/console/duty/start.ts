import type { HandoverItem } from '@district/contract/types.ts';
import { failureOf } from '../../command/catch-failure.ts';
import { itemSubject } from '../../command/duty-lines.ts';
import { handoverReasonText } from '../../i18n/duty-words.ts';
import { dutyMessages } from '../../i18n/messages/duty.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { complain } from '../complain.ts';
import type { Desk } from '../desk.ts';
import { failureText } from '../failure.ts';
import { createForm, type DutyFormAction, formTarget } from '../form/form.ts';
import { showForm } from '../form/show-form.ts';
import { dutyQuery } from '../queries.ts';
import { loadedDuty } from '../rows.ts';

/** A shift has no number: what is typed is kept under what is done. */
const SHIFT = formTarget({ no: '', title: '', version: 0 });

/** Things named in the form; the rest is counted, so that the notes have their place on 24 lines. */
const NAMED_MAX = 5;

/** Opens the hand-over of the shift one is on, or the beginning of one. */
export async function startOrHandOver(desk: Desk): Promise<void> {
  const { language } = desk.store.getState();
  try {
    const duty = loadedDuty(desk) ?? (await desk.queries.fetchQuery(dutyQuery(desk.client)));
    if (!duty.mayStart) complain(desk, translate(dutyMessages, language, 'notForYou'));
    else if (duty.shifts.some(({ mine }) => mine)) await openHandOver(desk);
    else openStart(desk, duty.items);
  } catch (error) {
    complain(desk, failureText(failureOf(error), language));
  }
}

function openStart(desk: Desk, items: readonly HandoverItem[]): void {
  const { language } = desk.store.getState();
  const form = createForm('duty.start', [SHIFT]);
  const placeholder = translate(dutyMessages, language, 'endUsual');
  const fields = form.fields
    .filter(({ name }) => name !== 'take' || items.some(({ reason }) => reason === 'claimed'))
    .map((field) => (field.kind === 'text' ? { ...field, placeholder } : field));
  showForm(desk, { ...form, fields });
  if (items.length === 0) return;
  const head = translate(dutyMessages, language, 'left', { n: items.length });
  preview(desk, 'duty.start', [head, ...named(items, language)]);
}

async function openHandOver(desk: Desk): Promise<void> {
  const { language } = desk.store.getState();
  showForm(desk, createForm('duty.handover', [SHIFT]));
  const { items, lapsed } = await desk.client.handOver({}, { dryRun: true });
  const head = translate(dutyMessages, language, 'leaves', { n: items.length, lapsed: lapsed.length });
  preview(desk, 'duty.handover', [head, ...named(items, language)]);
}

function named(items: readonly HandoverItem[], language: Language): string[] {
  const lines = items
    .slice(0, NAMED_MAX)
    .map((item) => `  ${handoverReasonText(item.reason, language)}  ${itemSubject(item, language)}`);
  const more = items.length - lines.length;
  return more > 0 ? [...lines, `  ${translate(dutyMessages, language, 'more', { n: more })}`] : lines;
}

/** What it is about stands in the form, if that is still open. */
function preview(desk: Desk, action: DutyFormAction, lines: readonly string[]): void {
  desk.store.setState(({ form }) =>
    form?.action === action ? { form: { ...form, preview: { text: lines.join('\n'), body: '' } } } : {},
  );
}
