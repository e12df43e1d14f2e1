import type { ActionOutcome } from '@district/contract/types.ts';
import { outcomeOf } from '../../command/batch/outcome-of.ts';
import { workOff } from '../../command/batch/work-off.ts';
import { failureOf } from '../../command/catch-failure.ts';
import type { Failure } from '../../command/operation.ts';
import { batchMessages } from '../../i18n/messages/batches.ts';
import { translate } from '../../i18n/translate.ts';
import { isOpen } from '../../journal/batch.ts';
import type { HeldBatch } from '../../journal/journal.ts';
import type { Desk } from '../desk.ts';
import { failureText } from '../failure.ts';
import { markGood } from '../live.ts';
import { OPERATIONS } from '../operations.ts';
import type { BatchResult } from '../state.ts';
import { twinOf } from '../twin.ts';
import { bodyOf } from './body.ts';
import { finish, keepForm, refresh } from './end-form.ts';
import type { Form } from './form.ts';
import { holdBatch } from './hold-batch.ts';
import { roadSentence } from './road-sentence.ts';

/**
 * Sends a form about several things as a batch of the journal: whatever becomes of the line or this process, pressing Enter once more or
 * `district batches resume` finishes it.
 */
export async function submitBatch(desk: Desk, form: Form, sentBody: string): Promise<void> {
  const { language } = desk.store.getState();
  desk.store.setState({ form: { ...form, sending: true, message: null } });
  let held: HeldBatch;
  try {
    held = await holdBatch(desk, form, sentBody);
  } catch (error) {
    const failure = failureOf(error);
    const message = roadSentence(desk, failure) ?? failureText(failure, language);
    keepForm(desk, { ...form, sending: false, message });
    return;
  }
  const batch = { ...form, sentBody, batch: held.plan.id };
  try {
    const stopped = await send(desk, batch, held);
    desk.store.setState({ twin: twinOf(form.action, form.targets, bodyOf(form)) });
    void refresh(desk, form.action);
    if (stopped && isOpen(held)) {
      const why = roadSentence(desk, stopped) ?? failureText(stopped, language);
      const how = translate(batchMessages, language, 'orResumeWith', { id: held.plan.id });
      keepForm(desk, { ...told(batch, held), message: `${why} ${how}` });
    } else finish(desk, told(batch, held), refused(desk, held), null);
  } finally {
    held.letGo();
  }
}

/** Works the batch off while the form shows how far it is; what stopped it, if anything did. */
async function send(desk: Desk, form: Form, held: HeldBatch): Promise<Failure | undefined> {
  const operation = OPERATIONS[form.action];
  const show = () =>
    desk.store.setState((state) =>
      state.form?.sending ? { form: { ...told(form, held), sending: true, message: null } } : {},
    );
  show();
  // Before the first call: whoever comes back finds the batch and not only the marks.
  desk.keepWork();
  let stopped: Failure | undefined;
  for await (const outcome of workOff<ActionOutcome>(held, operation, desk.client)) {
    if (outcome.status === 'done') markGood(desk);
    else if (outcome.error.kind !== 'not_tried' && outcomeOf(outcome.error).status !== 'refused')
      stopped ??= outcome.error;
    show();
  }
  return stopped;
}

/** The form with what the journal knows of its targets. */
function told(form: Form, { plan, items }: HeldBatch): Form {
  const states = new Map(plan.items.map(({ id }, at) => [id, items[at]?.status]));
  return {
    ...form,
    sending: false,
    targets: form.targets.map((target) => {
      const status = states.get(target.approvalId ?? target.no);
      if (status === undefined) return target;
      return { ...target, done: status === 'done', refused: status === 'refused' };
    }),
  };
}

function refused(desk: Desk, { plan, items }: HeldBatch): BatchResult['failed'] {
  const { language } = desk.store.getState();
  return items.flatMap((state, at) =>
    state.status === 'refused'
      ? [{ no: plan.items[at]?.id ?? '', sentence: failureText(state.failure, language) }]
      : [],
  );
}
