import { formMessages } from '../../i18n/messages/console-form.ts';
import { translate } from '../../i18n/translate.ts';
import { isCharacter } from '../../terminal/keyboard/key-name.ts';
import { wholeText } from '../../terminal/text/typed-text.ts';
import type { Desk } from '../desk.ts';
import { keepDraft } from '../form/draft.ts';
import { editFieldOutside } from '../form/edit-outside.ts';
import { editField, pasteIntoField } from '../form/field-keys.ts';
import { fieldLabel, textColumns } from '../form/field-label.ts';
import type { Field, Form } from '../form/form.ts';
import { submitForm } from '../form/submit.ts';
import { useTemplate } from '../form/use-template.ts';
import { loadedChoices } from '../rows.ts';

/** Keys while a form is open. Escape closes it and keeps what was typed. False for no key of a form. */
export function formKey(desk: Desk, key: string): boolean {
  const { form } = desk.store.getState();
  if (!form) return false;
  if (key === 'escape')
    desk.store.setState(({ drafts }) => ({ form: null, drafts: keepDraft(drafts, form) }));
  else if (form.sending) return false;
  else if (key === 'ctrl+x') void editFieldOutside(desk);
  else if (key === 'ctrl+t') void useTemplate(desk);
  else if (key === 'tab') focusOn(desk, form, form.focus + 1);
  else if (key === 'shift+tab') focusOn(desk, form, form.focus - 1);
  else return fieldKey(desk, form, key);
  return true;
}

function fieldKey(desk: Desk, form: Form, key: string): boolean {
  const { language, window } = desk.store.getState();
  const field = form.fields[form.focus];
  const columns = field ? textColumns(fieldLabel(field, language, true), window.columns) : 0;
  const edited = field && editField(field, key, { units: loadedChoices(desk, form), columns });
  if (edited) {
    setField(desk, form, edited, key === 'return' && edited.kind === 'units' && !edited.many);
    if (isCharacter(key) && isFull(field) && edited !== field) advise(desk, 'full', lengthMax(field));
  } else if (key === 'return') void submitForm(desk);
  else if (key === 'down') focusOn(desk, form, form.focus + 1);
  else if (key === 'up') focusOn(desk, form, form.focus - 1);
  else return false;
  return true;
}

export function pasteIntoForm(desk: Desk, text: string): void {
  const { form } = desk.store.getState();
  const field = form?.fields[form.focus];
  if (!form || !field || form.sending) return;
  const pasted = pasteIntoField(field, text);
  setField(desk, form, pasted.field, false);
  if (pasted.leftOut > 0) advise(desk, 'leftOut', lengthMax(field), pasted.leftOut);
}

function isFull(field: Field): boolean {
  return field.kind === 'text' && wholeText(field.typed).length >= field.entry.lengthMax;
}

function lengthMax(field: Field): number {
  return field.kind === 'text' ? field.entry.lengthMax : 0;
}

/** A word about what could not be taken; what could is in the field. */
function advise(desk: Desk, key: 'full' | 'leftOut', max: number, n = 0): void {
  desk.store.setState(({ form, language }) =>
    form ? { form: { ...form, advice: translate(formMessages, language, key, { max, n }) } } : {},
  );
}

function focusOn(desk: Desk, form: Form, focus: number): void {
  const count = Math.max(form.fields.length, 1);
  desk.store.setState({ form: { ...form, focus: (focus + count) % count } });
}

function setField(desk: Desk, form: Form, edited: Field, goOn: boolean): void {
  const fields = form.fields.map((field, at) => (at === form.focus ? edited : field));
  const focus = goOn ? Math.min(form.focus + 1, fields.length - 1) : form.focus;
  desk.store.setState({ form: { ...form, fields, focus, advice: null } });
}
