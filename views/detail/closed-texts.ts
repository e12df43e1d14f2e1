import type { RequestDetail } from '@district/contract/types.ts';
import { whyClosed } from '../../src/console/closed-reason.ts';
import { detailMessages } from '../../src/i18n/messages/console-detail.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { actionText, closedReasonText } from '../../src/i18n/words.ts';

/** Why actions are closed: each with its own reason, then in one line all that the state does not allow. */
export function closedTexts(request: RequestDetail, language: Language): string[] {
  const byState = request.closedActions.filter(({ reason }) => reason === 'state');
  const others = request.closedActions.filter(({ reason }) => reason !== 'state');
  const texts = others.map(({ action }) =>
    translate(detailMessages, language, 'closedWhy', {
      action: actionText(action, language),
      why: whyClosed(request, action, language) ?? '',
    }),
  );
  if (byState.length === 0) return texts;
  const names = byState.map(({ action }) => actionText(action, language)).join(', ');
  return [...texts, `${closedReasonText('state', language)}: ${names}`];
}
