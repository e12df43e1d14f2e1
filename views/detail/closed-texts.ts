import type { RequestDetail } from '@district/contract/types.ts';
import { whyClosed } from '../../src/console/closed-reason.ts';
import { detailMessages } from '../../src/i18n/messages/console-detail.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { actionText, closedReasonText } from '../../src/i18n/words.ts';

/** Why actions are closed: one alone in its reason as a sentence, several of one reason in one line. */
export function closedTexts(request: RequestDetail, language: Language): string[] {
  const byReason = Map.groupBy(request.closedActions, ({ reason }) => reason);
  return [...byReason].map(([reason, closed]) => {
    const names = closed.map(({ action }) => actionText(action, language));
    const [only] = closed;
    if (closed.length > 1 || !only) return `${closedReasonText(reason, language)}: ${names.join(', ')}`;
    const why = whyClosed(request, only.action, language) ?? '';
    return translate(detailMessages, language, 'closedWhy', { action: names.join(), why });
  });
}
