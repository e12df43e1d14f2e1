import type { Action } from '@district/contract/transitions.ts';
import { grant } from '../../commands/approvals/grant.ts';
import { refuse } from '../../commands/approvals/refuse.ts';
import { handover } from '../../commands/duty/handover.ts';
import { start as startDuty } from '../../commands/duty/start.ts';
import { approve as approveNotice } from '../../commands/notices/approve.ts';
import { push } from '../../commands/notices/push.ts';
import { recall as recallNotice } from '../../commands/notices/recall.ts';
import { refuse as refuseNotice } from '../../commands/notices/refuse.ts';
import { submit as submitNotice } from '../../commands/notices/submit.ts';
import { add as addAccount } from '../../commands/operators/add.ts';
import { disable } from '../../commands/operators/disable.ts';
import { enable } from '../../commands/operators/enable.ts';
import { give } from '../../commands/operators/give.ts';
import { reset } from '../../commands/operators/reset.ts';
import { resetCodes } from '../../commands/operators/reset-codes.ts';
import { take } from '../../commands/operators/take.ts';
import { unlock } from '../../commands/operators/unlock.ts';
import { accept } from '../../commands/requests/accept.ts';
import { arbitrate } from '../../commands/requests/arbitrate.ts';
import { assign } from '../../commands/requests/assign.ts';
import { callback } from '../../commands/requests/callback.ts';
import { close } from '../../commands/requests/close.ts';
import { consult } from '../../commands/requests/consult.ts';
import { decline } from '../../commands/requests/decline.ts';
import { extend } from '../../commands/requests/extend.ts';
import { merge } from '../../commands/requests/merge.ts';
import { note } from '../../commands/requests/note.ts';
import { remind } from '../../commands/requests/remind.ts';
import { remindUnits } from '../../commands/requests/remind-units.ts';
import { reopen } from '../../commands/requests/reopen.ts';
import { requestCorrection } from '../../commands/requests/request-correction.ts';
import { resolve } from '../../commands/requests/resolve.ts';
import { resume } from '../../commands/requests/resume.ts';
import { returnRequest } from '../../commands/requests/return.ts';
import { reveal } from '../../commands/requests/reveal.ts';
import { sign } from '../../commands/requests/sign.ts';
import { snooze } from '../../commands/requests/snooze.ts';
import { specialProcedure } from '../../commands/requests/special-procedure.ts';
import { submitCorrection } from '../../commands/requests/submit-correction.ts';
import { supervise } from '../../commands/requests/supervise.ts';
import { transfer } from '../../commands/requests/transfer.ts';
import { undo } from '../../commands/requests/undo.ts';
import { withdraw } from '../../commands/requests/withdraw.ts';
import type { Operation } from '../command/operation.ts';
import type { FormAction } from './form/form.ts';

type Definition = Pick<Operation, 'id' | 'summary' | 'arguments' | 'options' | 'keys' | 'items'>;

/** What a form does, as the shell knows it: its key, its summary and its line come from there. */
export const OPERATIONS: Readonly<Record<FormAction, Definition>> = {
  accept,
  decline,
  request_correction: requestCorrection,
  submit_correction: submitCorrection,
  assign,
  sign,
  transfer,
  return: returnRequest,
  arbitrate,
  consult,
  remind,
  supervise,
  extend,
  special_procedure: specialProcedure,
  resume,
  resolve,
  callback,
  close,
  reopen,
  merge,
  withdraw,
  undo,
  grant,
  refuse,
  'operator.add': addAccount,
  'operator.give': give,
  'operator.take': take,
  'operator.disable': disable,
  'operator.enable': enable,
  'operator.unlock': unlock,
  'operator.reset_password': reset,
  'operator.reset_codes': resetCodes,
  'request.reveal': reveal,
  'request.note': note,
  'request.snooze': snooze,
  'units.remind': remindUnits,
  'duty.start': startDuty,
  'duty.handover': handover,
  'notice.push': push,
  'notice.submit': submitNotice,
  'notice.approve': approveNotice,
  'notice.refuse': refuseNotice,
  'notice.recall': recallNotice,
};

/** The key of an action; none for one of a later minor version, which is not known here. */
export function actionKey(action: string, screen: 'requests' | 'triage' = 'requests'): string {
  return keyOf(action, screen);
}

export function noticeActionKey(action: string): string {
  return keyOf(`notice.${action}`, 'notices');
}

function keyOf(name: string, screen: 'requests' | 'triage' | 'notices'): string {
  return (Object.hasOwn(OPERATIONS, name) && OPERATIONS[name as FormAction].keys?.[screen]) || '';
}
