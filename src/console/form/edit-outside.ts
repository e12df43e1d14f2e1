import { formMessages } from '../../i18n/messages/console-form.ts';
import { translate } from '../../i18n/translate.ts';
import { EMPTY_TEXT, edited, insertText, wholeText } from '../../terminal/text/typed-text.ts';
import type { Desk } from '../desk.ts';

/** Opens the text under the cursor in the person's own editor, and takes what comes back as one step that can be undone. */
export async function editFieldOutside(desk: Desk): Promise<void> {
  const { form, language } = desk.store.getState();
  const field = form?.fields[form.focus];
  if (!form || field?.kind !== 'text' || form.sending) return;
  const result = await desk.editOutside(wholeText(field.typed));
  const { lengthMax } = field.entry;
  const taken = result.ok ? insertText(EMPTY_TEXT, result.text, field.entry) : undefined;
  const code = result.ok || result.code === null ? '' : String(result.code);
  const advice = !result.ok
    ? translate(formMessages, language, 'editorFailed', { editor: result.editor, code })
    : taken && taken.leftOut > 0
      ? translate(formMessages, language, 'leftOut', { max: lengthMax, n: taken.leftOut })
      : null;
  desk.store.setState((state) => {
    // The platform's events go on meanwhile, but nobody types: the form is the one that was left.
    const now = state.form?.fields[form.focus];
    if (!state.form || state.form.action !== form.action || now?.kind !== 'text') return {};
    const typed = taken ? edited(now.typed, { before: wholeText(taken.typed), after: '' }) : now.typed;
    const fields = state.form.fields.map((one) => (one === now ? { ...now, typed } : one));
    return { form: { ...state.form, fields, advice } };
  });
}
