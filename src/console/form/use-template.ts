import type { ReplyTemplate } from '@district/contract/types.ts';
import { failureOf } from '../../command/catch-failure.ts';
import { formMessages } from '../../i18n/messages/console-form.ts';
import { translate } from '../../i18n/translate.ts';
import { edited, wholeText } from '../../terminal/text/typed-text.ts';
import type { Desk } from '../desk.ts';
import { failureText } from '../failure.ts';
import { templatesQuery } from '../queries.ts';
import type { Form } from './form.ts';

const PLACEHOLDER = /\{(no|title)\}/g;

/**
 * Puts the next of the texts kept for the field under the cursor into it, one after the other with each press, as a step that can be
 * undone. What a person has written themselves is never replaced.
 */
export async function useTemplate(desk: Desk): Promise<void> {
  const { form, language } = desk.store.getState();
  if (!form) return;
  let texts: readonly { name: string; text: string }[];
  try {
    const { items } = await desk.queries.ensureQueryData(templatesQuery(desk.client));
    texts = fitting(items, form);
  } catch (error) {
    return advise(desk, form, failureText(failureOf(error), language));
  }
  desk.store.setState((state) => {
    const field = state.form?.fields[state.form.focus];
    // The answer may have come after the person went on.
    if (!state.form || state.form.action !== form.action || field?.kind !== 'text') return {};
    const advice = (key: 'noTemplates' | 'notEmpty' | 'template', values = {}) =>
      translate(formMessages, language, key, values);
    if (texts.length === 0) return { form: { ...state.form, advice: advice('noTemplates') } };
    const written = wholeText(field.typed);
    const at = texts.findIndex(({ text }) => text === written);
    if (at < 0 && written.trim() !== '') return { form: { ...state.form, advice: advice('notEmpty') } };
    const index = (at + 1) % texts.length;
    const { name = '', text = '' } = texts[index] ?? {};
    const typed = edited(field.typed, { before: text, after: '' });
    const fields = state.form.fields.map((one) => (one === field ? { ...field, typed } : one));
    const told = advice('template', { name, at: index + 1, of: texts.length });
    return { form: { ...state.form, fields, advice: told } };
  });
}

/** Those for the focused field, with the request's own words in them; for several requests only those that name none. */
function fitting(templates: readonly ReplyTemplate[], { fields, focus, targets }: Form) {
  const [first] = targets;
  const alone = targets.length === 1 ? first : undefined;
  return templates
    .filter(({ field, text }) => field === fields[focus]?.name && (alone || text.search(PLACEHOLDER) < 0))
    .map(({ name, text }) => ({
      name,
      text: text.replaceAll(PLACEHOLDER, (_, key: 'no' | 'title') => alone?.[key] ?? ''),
    }));
}

function advise(desk: Desk, form: Form, advice: string): void {
  desk.store.setState((state) =>
    state.form?.action === form.action ? { form: { ...state.form, advice } } : {},
  );
}
