import { actionMessages } from '../../i18n/messages/console-actions.ts';
import { translate } from '../../i18n/translate.ts';
import type { Desk } from '../desk.ts';
import { refreshAccounts, refreshDuty, refreshNotices, refreshWork } from '../queries.ts';
import type { BatchResult } from '../state.ts';
import { withHandled } from '../triage/handled.ts';
import { formActionText } from './action-word.ts';
import { dropDraft, keepDraft } from './draft.ts';
import {
  type Form,
  type FormAction,
  isDutyFormAction,
  isNoticeFormAction,
  isOperatorFormAction,
} from './form.ts';

/** Puts the form back with its outcome, or into the drafts when it was closed meanwhile. */
export function keepForm(desk: Desk, form: Form): void {
  desk.store.setState((state) => ({
    drafts: keepDraft(state.drafts, form),
    ...(state.form?.sending ? { form } : { notice: { text: form.message ?? '', tone: 'bad' } }),
  }));
}

/** Closes the form and says what came of it. */
export function finish(desk: Desk, form: Form, failed: BatchResult['failed'], approval: string | null): void {
  const { language } = desk.store.getState();
  const done = form.targets.filter((target) => target.done);
  const action = formActionText(form.action, language);
  const text =
    form.targets.length === 1
      ? (approval ??
        translate(actionMessages, language, 'sentSingle', { action, no: form.targets[0]?.no ?? '' }))
      : translate(actionMessages, language, 'sentBatch', { action, n: done.length });
  desk.store.setState((state) => {
    const marks = new Map(state.requests.marks);
    for (const target of done) marks.delete(target.no);
    return {
      triage: withHandled(state, form.action, done),
      form: null,
      drafts: failed.length === 0 ? dropDraft(state.drafts, form) : keepDraft(state.drafts, form),
      requests: { ...state.requests, marks, range: null },
      notice: { text, tone: failed.length === 0 ? 'good' : 'bad' },
      overlay:
        failed.length === 0
          ? state.overlay
          : { kind: 'results', result: { action: form.action, done: done.length, failed } },
    };
  });
}

export function refresh({ queries }: Desk, action: FormAction): Promise<void> {
  if (isOperatorFormAction(action)) return refreshAccounts(queries);
  if (isDutyFormAction(action)) void refreshDuty(queries);
  return isNoticeFormAction(action) ? refreshNotices(queries) : refreshWork(queries);
}
