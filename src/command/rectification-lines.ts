import type { RectificationSetting } from '@district/contract/types.ts';
import type { Language } from '../i18n/translate.ts';
import { limitText } from '../i18n/words.ts';

/** The limit in a line, and whether the district has set it. */
export function rectificationLines(
  { district, limit, version }: RectificationSetting,
  language: Language,
): string[] {
  const time = limitText(limit.limit, limit.unit, language);
  if (language === 'zh') return [`${district}  差评后 ${time}内整改  ${version === 0 ? '默认' : '本区设定'}`];
  return [`${district}  put right within ${time} of a poor rating  ${version === 0 ? 'preset' : 'district'}`];
}
