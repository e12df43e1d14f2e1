import { operatorActionText } from '../../i18n/account-words.ts';
import { actionMessages } from '../../i18n/messages/console-actions.ts';
import { revealMessages } from '../../i18n/messages/console-reveal.ts';
import { dutyMessages } from '../../i18n/messages/duty.ts';
import { noticeActionText } from '../../i18n/notice-words.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { actionText } from '../../i18n/words.ts';
import {
  type FormAction,
  isDutyFormAction,
  isNoticeFormAction,
  isOperatorFormAction,
  isTriageFormAction,
} from './form.ts';

const TRIAGE_WORDS = {
  'request.note': 'note',
  'request.snooze': 'snooze',
  'units.remind': 'remindUnits',
} as const;

export function formActionText(action: FormAction, language: Language): string {
  if (action === 'operator.add') return translate(actionMessages, language, 'addAccount');
  if (isOperatorFormAction(action)) return operatorActionText(action.slice('operator.'.length), language);
  if (isNoticeFormAction(action)) return noticeActionText(action.slice('notice.'.length), language);
  if (isDutyFormAction(action))
    return translate(dutyMessages, language, action === 'duty.start' ? 'startForm' : 'handoverForm');
  if (isTriageFormAction(action)) return translate(actionMessages, language, TRIAGE_WORDS[action]);
  if (action === 'request.reveal') return translate(revealMessages, language, 'action');
  return action === 'grant' || action === 'refuse'
    ? translate(actionMessages, language, action)
    : actionText(action, language);
}
