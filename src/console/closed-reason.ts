import type { Action } from '@district/contract/transitions.ts';
import type { RequestDetail } from '@district/contract/types.ts';
import { actionMessages } from '../i18n/messages/console-actions.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { closedReasonText, stateText } from '../i18n/words.ts';

/** Why an action is closed on this request, in words; null when it is open. */
export function whyClosed(request: RequestDetail, action: Action, language: Language): string | null {
  const closed = request.closedActions.find((candidate) => candidate.action === action);
  if (!closed) return null;
  const reason = closedReasonText(closed.reason, language);
  if (closed.reason !== 'state' || closed.openFrom.length === 0) return reason;
  const states = closed.openFrom.map((state) => stateText(state, language)).join('/');
  return reason + translate(actionMessages, language, 'openFrom', { states });
}
