import type { Revealed } from '@district/contract/types.ts';
import { REVEAL_FIELDS } from '@district/contract/vocabulary.ts';
import { revealFieldText } from '../i18n/privacy-words.ts';
import { timeText } from '../i18n/time.ts';
import type { Language } from '../i18n/translate.ts';

/** What was revealed, a line each, and until when it may stay on the screen. */
export function revealedLines({ no, values, expiresAt }: Revealed, language: Language): string[] {
  const shown = REVEAL_FIELDS.flatMap((field) => {
    const value = values[field];
    if (value === undefined) return [];
    const text = typeof value === 'string' ? value : `${value.title}\n${value.body}`;
    return [`${revealFieldText(field, language)}  ${text}`];
  });
  const until = timeText(expiresAt);
  if (shown.length === 0) return [language === 'zh' ? `${no} 没有这几项。` : `${no} has none of these.`];
  return [
    ...shown,
    language === 'zh' ? `已记录;${until} 后不得再显示` : `Logged; not to be shown after ${until}`,
  ];
}
