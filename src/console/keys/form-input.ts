import type { Desk } from '../desk.ts';
import { keepDraft } from '../form/draft.ts';
import { editField, pasteIntoField } from '../form/field-keys.ts';
import type { Field, Form } from '../form/form.ts';
import { submitForm } from '../form/submit.ts';
import { loadedChoices } from '../rows.ts';

/** Keys while a form is open. Escape closes it and keeps what was typed. */
export function formKey(desk: Desk, key: string): void {
  const { form } = desk.store.getState();
  if (!form) return;
  if (key === 'escape') {
    desk.store.setState(({ drafts }) => ({ form: null, drafts: keepDraft(drafts, form) }));
    return;
  }
  if (form.sending) return;
  if (key === 'tab') return focusOn(desk, form, form.focus + 1);
  if (key === 'shift+tab') return focusOn(desk, form, form.focus - 1);
  const field = form.fields[form.focus];
  const edited = field && editField(field, key, loadedChoices(desk, form));
  if (edited)
    return setField(desk, form, edited, key === 'return' && edited.kind === 'units' && !edited.many);
  if (key === 'return') void submitForm(desk);
  else if (key === 'down') focusOn(desk, form, form.focus + 1);
  else if (key === 'up') focusOn(desk, form, form.focus - 1);
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
