import { actionMessages } from '../../i18n/messages/console-actions.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { actionText } from '../../i18n/words.ts';
import type { FormAction } from './form.ts';

export function formActionText(action: FormAction, language: Language): string {
  return action === 'grant' || action === 'refuse'
    ? translate(actionMessages, language, action)
    : actionText(action, language);
}
