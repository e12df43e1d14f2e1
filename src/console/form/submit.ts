import type { Action } from '@district/contract/transitions.ts';
import { failureOf } from '../../command/catch-failure.ts';
import { actionMessages } from '../../i18n/messages/console-actions.ts';
import { fieldMessages } from '../../i18n/messages/console-fields.ts';
import { dueText, timeText } from '../../i18n/time.ts';
import { translate } from '../../i18n/translate.ts';
import { approvalKindText } from '../../i18n/words.ts';
import type { Desk } from '../desk.ts';
import { currentOf, failureText, isOfTheRoad } from '../failure.ts';
import { markGood, markLost } from '../live.ts';
import { refreshAccounts, refreshNotices, refreshWork } from '../queries.ts';
import { sendReveal } from '../reveal.ts';
import { isOver } from '../sign-in/watched-client.ts';
import type { BatchResult } from '../state.ts';
import { withHandled } from '../triage/handled.ts';
import { learnRequest } from '../triage/learn.ts';
import { sendTriage } from '../triage/send.ts';
import { twinOf } from '../twin.ts';
import { formActionText } from './action-word.ts';
import { bodyOf, noticeOf } from './body.ts';
import { dropDraft, keepDraft } from './draft.ts';
import {
  type Form,
  type FormAction,
  type FormTarget,
  firstMissing,
  isNoticeFormAction,
  isOperatorFormAction,
  isTriageFormAction,
} from './form.ts';
import { wrongGuard } from './guard-field.ts';
import { previewNotice, sendNotice } from './send-notice.ts';
import { sendOperator } from './send-operator.ts';

/** What became of one item. `road` leaves the outcome open: its key is kept and the rest is not tried. */
type Sent =
  | { status: 'done'; approval: string | null }
  | { status: 'refused'; sentence: string; version: number | undefined }
  | { status: 'road'; sentence: string };

/** Sends the open form, item by item. What was typed stays in the form until every item is done. */
export async function submitForm(desk: Desk): Promise<void> {
  const { form, language } = desk.store.getState();
  if (!form || form.sending) return;
  const missing = firstMissing(form);
  const lacking = form.fields[missing];
  if (lacking) {
    const field = translate(fieldMessages, language, lacking.name);
    const message = translate(actionMessages, language, 'missing', { field });
    desk.store.setState({ form: { ...form, focus: missing, message } });
    return;
  }
  const wrong = wrongGuard(form, desk.place);
  if (wrong >= 0) {
    const message = translate(actionMessages, language, 'wrongGuard', { name: desk.place.name });
    desk.store.setState({ form: { ...form, focus: wrong, message } });
    return;
  }
  const body = form.action === 'notice.push' ? noticeOf(form) : bodyOf(form);
  const sentBody = JSON.stringify(body);
  const sameBody = sentBody === form.sentBody;
  const targets = form.targets.map((target) => ({
    ...target,
    idempotencyKey: (sameBody && target.idempotencyKey) || desk.newIdempotencyKey(),
  }));
  if (form.action === 'notice.push' && form.preview?.body !== sentBody) {
    await previewNotice(desk, form, sentBody);
    return;
  }
  let sending: Form = { ...form, targets, sentBody, sending: true, message: null };
  desk.store.setState({ form: sending });

  const failed: BatchResult['failed'][number][] = [];
  let approval: string | null = null;
  for (const target of targets) {
    if (target.done) continue;
    const sent = await send(desk, form, target);
    if (sent.status === 'road') {
      keepForm(desk, { ...sending, sending: false, message: sent.sentence });
      return;
    }
    if (sent.status === 'done') {
      approval = sent.approval;
      sending = withTarget(sending, { ...target, done: true });
    } else {
      failed.push({ no: target.no, sentence: sent.sentence });
      const version = sent.version ?? target.version;
      sending = withTarget(sending, { ...target, version, idempotencyKey: null });
    }
    desk.store.setState((state) => (state.form?.sending ? { form: sending } : {}));
  }
  desk.store.setState({ twin: twinOf(form.action, sending.targets, body) });
  // Seeing what is masked changes nothing.
  if (form.action !== 'request.reveal') void refresh(desk, form.action);
  const [only] = failed;
  if (only && targets.length === 1) keepForm(desk, { ...sending, sending: false, message: only.sentence });
  else finish(desk, sending, failed, approval);
}

function refresh({ queries }: Desk, action: FormAction): Promise<void> {
  if (isOperatorFormAction(action)) return refreshAccounts(queries);
  return isNoticeFormAction(action) ? refreshNotices(queries) : refreshWork(queries);
}

async function send(desk: Desk, form: Form, target: FormTarget & { idempotencyKey: string }): Promise<Sent> {
  const { action } = form;
  const body = bodyOf(form);
  const { language } = desk.store.getState();
  const options = { version: target.version, idempotencyKey: target.idempotencyKey };
  const { approvalId } = target;
  try {
    let approval: string | null = null;
    if (isOperatorFormAction(action)) approval = await sendOperator(desk, action, form, target);
    else if (isNoticeFormAction(action)) approval = await sendNotice(desk, action, form, target);
    else if (isTriageFormAction(action)) approval = await sendTriage(desk, action, form, target);
    else if (action === 'request.reveal') approval = await sendReveal(desk, form, target.no);
    else if (approvalId !== null && action === 'grant')
      await desk.client.grantApproval(
        approvalId,
        body.remark === undefined ? {} : { remark: body.remark },
        options,
      );
    else if (approvalId !== null && action === 'refuse')
      await desk.client.refuseApproval(approvalId, { reason: body.reason ?? '' }, options);
    else {
      const outcome = await desk.client.act(target.no, action as Action, body, options);
      learnRequest(desk, outcome.request);
      if (outcome.approval)
        approval = translate(actionMessages, language, 'askedApproval', {
          no: target.no,
          kind: approvalKindText(outcome.approval.kind, language),
          at: dueText(outcome.approval.decideBy),
        });
      else if (outcome.heldUntil)
        approval = translate(actionMessages, language, 'heldReminder', {
          no: target.no,
          at: timeText(outcome.heldUntil),
        });
    }
    markGood(desk);
    return { status: 'done', approval };
  } catch (error) {
    const failure = failureOf(error);
    const sentence = failureText(failure, language);
    if (isOver(failure)) {
      return { status: 'road', sentence: translate(actionMessages, language, 'sessionOver') };
    }
    if (!isOfTheRoad(failure)) return { status: 'refused', sentence, version: currentOf(failure)?.version };
    markLost(desk);
    return { status: 'road', sentence: translate(actionMessages, language, 'roadFailed', { why: sentence }) };
  }
}

function withTarget(form: Form, target: FormTarget): Form {
  return { ...form, targets: form.targets.map((old) => (old.no === target.no ? target : old)) };
}

/** Puts the form back with its outcome, or into the drafts when it was closed meanwhile. */
function keepForm(desk: Desk, form: Form): void {
  desk.store.setState((state) => ({
    drafts: keepDraft(state.drafts, form),
    ...(state.form?.sending ? { form } : { notice: { text: form.message ?? '', tone: 'bad' } }),
  }));
}

function finish(desk: Desk, form: Form, failed: BatchResult['failed'], approval: string | null): void {
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
      requests: { ...state.requests, marks },
      notice: { text, tone: failed.length === 0 ? 'good' : 'bad' },
      overlay:
        failed.length === 0
          ? state.overlay
          : { kind: 'results', result: { action: form.action, done: done.length, failed } },
    };
  });
}
