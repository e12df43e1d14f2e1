import type { Snooze } from '@district/contract/types.ts';
import { timeText } from '../i18n/time.ts';
import type { Language } from '../i18n/translate.ts';

export function snoozeLine({ no, until }: Snooze, language: Language): string {
  if (until === null) return language === 'zh' ? `${no}  已回到分诊` : `${no}  back in triage`;
  return language === 'zh' ? `${no}  ${timeText(until)} 再来` : `${no}  comes back at ${timeText(until)}`;
}
