import type { Desk } from '../desk.ts';
import { withDraft } from './draft.ts';
import type { Form } from './form.ts';
import { withGuard } from './guard-field.ts';

/** Opens a form with what was typed into it before. What is acted on stands fast from here on, wherever the cursor goes. */
export function showForm({ store, place }: Desk, form: Form): void {
  store.setState(({ drafts, requests }) => ({
    form: withGuard(withDraft(form, drafts), place),
    requests: { ...requests, range: null },
    overlay: null,
    notice: null,
  }));
}
