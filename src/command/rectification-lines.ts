import type { RectificationSetting } from '@district/contract/types.ts';
import { defineMessages, type Language, translate } from '../i18n/translate.ts';
import { limitText } from '../i18n/words.ts';

const messages = defineMessages(
  { set: '{district}  差评后 {time}内整改  本区设定', preset: '{district}  差评后 {time}内整改  默认' },
  {
    set: '{district}  put right within {time} of a poor rating  as the district has set',
    preset: '{district}  put right within {time} of a poor rating  preset',
  },
);

/** The limit in a line, and whether the district has set it. */
export function rectificationLines(
  { district, limit, version }: RectificationSetting,
  language: Language,
): string[] {
  const time = limitText(limit.limit, limit.unit, language);
  return [translate(messages, language, version === 0 ? 'preset' : 'set', { district, time })];
}
