import type { Action } from '@district/contract/transitions.ts';
import { failureOf } from '../../command/catch-failure.ts';
import { actionMessages } from '../../i18n/messages/console-actions.ts';
import { fieldMessages } from '../../i18n/messages/console-fields.ts';
import { dueText, timeText } from '../../i18n/time.ts';
import { translate } from '../../i18n/translate.ts';
import { approvalKindText } from '../../i18n/words.ts';
import type { Desk } from '../desk.ts';
import { sendDuty } from '../duty/send.ts';
import { currentOf, failureText } from '../failure.ts';
import { markGood } from '../live.ts';
import { sendReveal } from '../reveal.ts';
import { learnRequest } from '../triage/learn.ts';
import { sendTriage } from '../triage/send.ts';
import { twinOf } from '../twin.ts';
import { bodyOf, noticeOf } from './body.ts';
import { versionRead, withDifference } from './changed-meanwhile.ts';
import { finish, keepForm, refresh } from './end-form.ts';
import {
  type Form,
  type FormAction,
  type FormTarget,
  firstMissing,
  isDutyFormAction,
  isNoticeFormAction,
  isOperatorFormAction,
  isTriageFormAction,
} from './form.ts';
import { wrongGuard } from './guard-field.ts';
import { roadSentence } from './road-sentence.ts';
import { previewNotice, sendNotice } from './send-notice.ts';
import { sendOperator } from './send-operator.ts';
import { submitBatch } from './submit-batch.ts';

/** What became of one item. `road` leaves the outcome open: its key is kept. */
type Sent =
  | { status: 'done'; approval: string | null }
  | { status: 'refused'; sentence: string; version: number | undefined }
  | { status: 'road'; sentence: string };

/** Sends the open form. What was typed stays in it until that is done; several things are sent as a batch. */
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
  if (form.targets.length > 1) {
    await submitBatch(desk, form, sentBody);
    return;
  }
  if (form.action === 'notice.push' && form.preview?.body !== sentBody) {
    await previewNotice(desk, form, sentBody);
    return;
  }
  const [only] = form.targets;
  if (!only) return;
  const keptKey = sentBody === form.sentBody ? only.idempotencyKey : null;
  const target = {
    ...only,
    version: versionRead(form, only, desk.clock.nowMs()),
    idempotencyKey: keptKey ?? desk.newIdempotencyKey(),
  };
  const sending: Form = { ...form, targets: [target], sentBody, sending: true, message: null };
  desk.store.setState({ form: sending });

  const sent = await send(desk, form, target);
  if (sent.status === 'road') {
    keepForm(desk, { ...sending, sending: false, message: sent.sentence });
    return;
  }
  desk.store.setState({ twin: twinOf(form.action, sending.targets, body) });
  // Seeing what is masked changes nothing.
  if (form.action !== 'request.reveal') void refresh(desk, form.action);
  if (sent.status === 'refused') {
    const { message, seen } = await withDifference(desk, target, sent);
    const targets = [{ ...target, ...seen, version: sent.version ?? target.version, idempotencyKey: null }];
    keepForm(desk, { ...sending, targets, sending: false, told: null, message });
  } else finish(desk, { ...sending, targets: [{ ...target, done: true }] }, [], sent.approval);
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
    else if (isDutyFormAction(action)) approval = await sendDuty(desk, action, form, target);
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
    const sentence = roadSentence(desk, failure);
    if (sentence !== undefined) return { status: 'road', sentence };
    return {
      status: 'refused',
      sentence: failureText(failure, language),
      version: currentOf(failure)?.version,
    };
  }
}
