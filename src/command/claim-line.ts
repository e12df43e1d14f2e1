import type { RequestSummary } from '@district/contract/types.ts';
import { timeText } from '../i18n/time.ts';
import type { Language } from '../i18n/translate.ts';

/** Who has a request, and until when. */
export function claimLine({ no, claim }: Pick<RequestSummary, 'no' | 'claim'>, language: Language): string {
  if (claim === null) return language === 'zh' ? `${no}  无人认领` : `${no}  free`;
  const until = timeText(claim.until);
  return language === 'zh'
    ? `${no}  ${claim.by} 认领,到 ${until}`
    : `${no}  claimed by ${claim.by} until ${until}`;
}
