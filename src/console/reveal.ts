import type { Revealed } from '@district/contract/types.ts';
import { revealMessages } from '../i18n/messages/console-reveal.ts';
import { translate } from '../i18n/translate.ts';
import { EMPTY_TEXT, insertText } from '../terminal/text/typed-text.ts';
import type { Desk } from './desk.ts';
import { bodyOf } from './form/body.ts';
import { createForm, type Field, type Form, formTarget } from './form/form.ts';
import { loadedDetail } from './rows.ts';
import type { ConsoleStore } from './state.ts';

/** Opens the form by which masked values are seen, filled in so that Enter is all it needs. */
export function startReveal(desk: Desk, no: string): void {
  const { language } = desk.store.getState();
  const title = loadedDetail(desk, no)?.title ?? '';
  const form = createForm('request.reveal', [formTarget({ no, title, version: 0 })]);
  const given: Partial<Record<Field['name'], string>> = {
    purpose: translate(revealMessages, language, 'usualPurpose'),
    case: no,
  };
  const fields = form.fields.map((field) => {
    const text = given[field.name];
    return field.kind === 'text' && text !== undefined
      ? { ...field, typed: insertText(EMPTY_TEXT, text, field.entry).typed }
      : field;
  });
  desk.store.setState({ form: { ...form, fields }, overlay: null, notice: null });
}

/** Asks for the values and shows them; what to say of it. */
export async function sendReveal(desk: Desk, form: Form, no: string): Promise<string> {
  const { purpose = '', case: caseNo = '', fields = [] } = bodyOf(form);
  const revealed = await desk.client.reveal(no, { purpose, case: caseNo, fields });
  showRevealed(desk.store, revealed);
  return translate(revealMessages, desk.store.getState().language, 'logged', { no });
}

/**
 * Keeps the values for their minutes, in the one place that nothing copies from: not among the queries, which are a cache, and not in
 * the drafts.
 */
function showRevealed(store: ConsoleStore, revealed: Revealed): void {
  if (store.getState().detail?.no !== revealed.no) return;
  store.setState({ revealed });
  const forMs = Date.parse(revealed.expiresAt) - Date.parse(revealed.revealedAt);
  const timer = setTimeout(() => {
    if (store.getState().revealed === revealed) store.setState({ revealed: null });
  }, forMs);
  timer.unref();
}

/** They are gone once their request is no longer the one that is open, however it was left. */
export function forgetWhenLeft(store: ConsoleStore): void {
  store.subscribe(({ revealed, detail }) => {
    if (revealed && detail?.no !== revealed.no) store.setState({ revealed: null });
  });
}
