import type { Attachment } from '@district/contract/types.ts';
import { sizeText } from '../i18n/size-text.ts';
import { timeText } from '../i18n/time.ts';
import type { Language } from '../i18n/translate.ts';

/** One attachment: its id to name it by, what it is called, how large, when, by whom. */
export function attachmentLine({ id, name, sizeBytes, at, by }: Attachment, language: Language): string {
  const whose = by ?? (language === 'zh' ? '居民' : 'the resident');
  return `${id}  ${name}  ${sizeText(sizeBytes)}  ${timeText(at)}  ${whose}`;
}
