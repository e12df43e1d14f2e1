import type { RequestSummary } from '@district/contract/types.ts';
import type { Desk } from '../desk.ts';
import { keepDraft } from '../form/draft.ts';
import { createForm, type Form, type FormAction } from '../form/form.ts';
import { withGuard } from '../form/guard-field.ts';
import { requestQuery, unitsQuery } from '../queries.ts';
import { typedLine } from '../typed-line.ts';
import { withKept } from './kept-fields.ts';
import { draftAction } from './read-work.ts';
import type { KeptForm, WorkInHand } from './work-in-hand.ts';

/** Requests asked for at once while marks come back: a line of 300 ms is not filled up. */
const ASKED_AT_ONCE = 6;

/** Puts everything back where it was. What the platform knows is asked of it anew. */
export function resumeWork(desk: Desk, work: WorkInHand): void {
  const { screen, filter, typedFilter, cursorNo, detail, notice, entry, triageNo = null, form } = work;
  keepTexts(desk, work);
  desk.store.setState(({ requests, notices, triage }) => ({
    screen,
    triage: { ...triage, cursorNo: triageNo },
    entry,
    overlay: null,
    detail: detail && { ...detail, scroll: 0, scrollMax: 0 },
    notices: { ...notices, open: notice, cursorNo: notice },
    requests: {
      ...requests,
      filter,
      cursorNo,
      editing: typedFilter === null ? null : typedLine(typedFilter),
    },
    form: form && openAgain(desk, form),
  }));
  if (form?.fields.some(({ chosen }) => chosen)) void desk.queries.prefetchQuery(unitsQuery(desk.client));
  void markAgain(desk, work.marks);
  void nameTargets(desk);
}

/** Only the words: they are in their forms and in the line of commands when these are opened. */
export function keepTexts(desk: Desk, { form, drafts, command }: WorkInHand): void {
  const kept = new Map(
    drafts.map(({ key, fields }) => [
      key,
      withKept(createForm(draftAction(key) as FormAction, []).fields, fields),
    ]),
  );
  desk.store.setState({
    drafts: form && form.fields.length > 0 ? keepDraft(kept, openAgain(desk, form)) : kept,
    paletteDraft: command,
    overlay: null,
  });
}

function openAgain({ place }: Desk, kept: KeptForm): Form {
  const { action, targets, skipped, focus, sentBody, batch = null, fields } = kept;
  const titled = targets.map((target) => ({ ...target, title: '' }));
  const form = withGuard(createForm(action, titled, skipped), place);
  return {
    ...form,
    focus: Math.min(focus, Math.max(form.fields.length - 1, 0)),
    sentBody,
    batch,
    fields: withKept(form.fields, fields),
  };
}

/** Marks are numbers on disk; what can be done to their requests now, the platform says. One that is gone is no longer marked. */
async function markAgain(desk: Desk, numbers: readonly string[]): Promise<void> {
  for (let at = 0; at < numbers.length; at += ASKED_AT_ONCE) {
    const asked = numbers
      .slice(at, at + ASKED_AT_ONCE)
      .map((no) => desk.queries.fetchQuery(requestQuery(desk.client, no)));
    const found = (await Promise.allSettled(asked)).flatMap((one) =>
      one.status === 'fulfilled' ? [one.value] : [],
    );
    desk.store.setState(({ requests }) => ({
      requests: {
        ...requests,
        marks: new Map([...requests.marks, ...found.map((row): [string, RequestSummary] => [row.no, row])]),
      },
    }));
  }
}

/** The title of what the form acts on, once it is known again. */
async function nameTargets(desk: Desk): Promise<void> {
  const { form } = desk.store.getState();
  const [target] = form?.targets ?? [];
  if (!form || form.targets.length !== 1 || !target || form.action.startsWith('notice.')) return;
  const request = await desk.queries.fetchQuery(requestQuery(desk.client, target.no)).catch(() => undefined);
  if (!request) return;
  desk.store.setState((state) =>
    state.form?.action === form.action
      ? {
          form: {
            ...state.form,
            targets: state.form.targets.map((one) => ({ ...one, title: request.title })),
          },
        }
      : {},
  );
}
