import type { ReplyTemplate } from '@district/contract/types.ts';
import { timeText } from '../i18n/time.ts';
import type { Language } from '../i18n/translate.ts';
import { templateFieldText } from '../i18n/words.ts';

/** A template whole: its name, what it is for, its text. */
export function templateLines({ name, field, text, by, at }: ReplyTemplate, language: Language): string[] {
  return [`${name}  ${templateFieldText(field, language)}  ${by} ${timeText(at)}`, ...text.split('\n')];
}
