import type { Claim } from '@district/contract/types.ts';
import { triageMessages } from '../../src/i18n/messages/console-triage.ts';
import { timeText } from '../../src/i18n/time.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import type { Span } from '../parts/line.tsx';

/** Who has a request and until when today; one's own is green. */
export function claimFact(
  { by, mine, until }: Claim,
  language: Language,
): Required<Pick<Span, 'text' | 'tone'>> {
  const at = timeText(until).slice(11);
  const text = translate(triageMessages, language, mine ? 'claimedByMe' : 'claimedBy', { by, at });
  return { text, tone: mine ? 'green' : 'yellow' };
}
