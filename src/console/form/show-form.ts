import type { Desk } from '../desk.ts';
import { withDraft } from './draft.ts';
import type { Form } from './form.ts';
import { withGuard } from './guard-field.ts';

/** Opens a form with what was typed into it before. */
export function showForm({ store, place }: Desk, form: Form): void {
  store.setState(({ drafts }) => ({
    form: withGuard(withDraft(form, drafts), place),
    overlay: null,
    notice: null,
  }));
}
