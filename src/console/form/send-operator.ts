import type { OperatorAction } from '@district/contract/posts.ts';
import type { AddOperator, OperatorActionInput } from '@district/contract/types.ts';
import { operatorActionText } from '../../i18n/account-words.ts';
import { operatorsMessages } from '../../i18n/messages/console-operators.ts';
import { translate } from '../../i18n/translate.ts';
import type { Desk } from '../desk.ts';
import { bodyOf } from './body.ts';
import type { Form, FormTarget, OperatorFormAction } from './form.ts';

/** Sends one form about an account; what to say of it. */
export async function sendOperator(
  desk: Desk,
  action: OperatorFormAction,
  form: Form,
  { no, version, idempotencyKey }: FormTarget & { idempotencyKey: string },
): Promise<string> {
  const { language } = desk.store.getState();
  if (action === 'operator.add') {
    const account = bodyOf(form) as unknown as AddOperator;
    const { login } = await desk.client.addOperator(account, { idempotencyKey });
    return translate(operatorsMessages, language, 'added', { no: login ?? '' });
  }
  const verb = action.slice('operator.'.length) as OperatorAction;
  await desk.client.actOnOperator(no, verb, bodyOf(form) as OperatorActionInput, { idempotencyKey, version });
  return translate(operatorsMessages, language, 'acted', { no, action: operatorActionText(verb, language) });
}
