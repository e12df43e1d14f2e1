import type { Desk } from '../desk.ts';
import { keepDraft } from '../form/draft.ts';
import { editField, pasteIntoField } from '../form/field-keys.ts';
import type { Field, Form } from '../form/form.ts';
import { submitForm } from '../form/submit.ts';
import { loadedChoices } from '../rows.ts';

/** Keys while a form is open. Escape closes it and keeps what was typed. False for no key of a form. */
export function formKey(desk: Desk, key: string): boolean {
  const { form } = desk.store.getState();
  if (!form) return false;
  if (key === 'escape')
    desk.store.setState(({ drafts }) => ({ form: null, drafts: keepDraft(drafts, form) }));
  else if (form.sending) return false;
  else if (key === 'tab') focusOn(desk, form, form.focus + 1);
  else if (key === 'shift+tab') focusOn(desk, form, form.focus - 1);
  else return fieldKey(desk, form, key);
  return true;
}

function fieldKey(desk: Desk, form: Form, key: string): boolean {
  const field = form.fields[form.focus];
  const edited = field && editField(field, key, loadedChoices(desk, form));
  if (edited) setField(desk, form, edited, key === 'return' && edited.kind === 'units' && !edited.many);
  else if (key === 'return') void submitForm(desk);
  else if (key === 'down') focusOn(desk, form, form.focus + 1);
  else if (key === 'up') focusOn(desk, form, form.focus - 1);
  else return false;
  return true;
}

export function pasteIntoForm(desk: Desk, text: string): void {
  const { form } = desk.store.getState();
  const field = form?.fields[form.focus];
  if (form && field && !form.sending) setField(desk, form, pasteIntoField(field, text), false);
}

function focusOn(desk: Desk, form: Form, focus: number): void {
  const count = Math.max(form.fields.length, 1);
  desk.store.setState({ form: { ...form, focus: (focus + count) % count } });
}

function setField(desk: Desk, form: Form, edited: Field, goOn: boolean): void {
  const fields = form.fields.map((field, at) => (at === form.focus ? edited : field));
  const focus = goOn ? Math.min(form.focus + 1, fields.length - 1) : form.focus;
  desk.store.setState({ form: { ...form, fields, focus } });
}
