import type { Approval } from '@district/contract/types.ts';
import { detailMessages } from '../../src/i18n/messages/console-detail.ts';
import { dueText } from '../../src/i18n/time.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { approvalKindText, limitText } from '../../src/i18n/words.ts';
import { wrapLines } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';

/** What is asked, by whom, until when to decide, and why. */
export function approvalLines(approval: Approval, columns: number, language: Language): Span[][] {
  const word = (key: keyof typeof detailMessages.zh, values?: Record<string, string>) =>
    translate(detailMessages, language, key, values);
  const { applicant, limit, until } = approval;
  const by = [applicant.unit?.name, applicant.name].filter(Boolean).join(' ');
  const asked = [
    word('approval', { kind: approvalKindText(approval.kind, language) }),
    word('approvalBy', { by, at: dueText(approval.decideBy) }),
    limit && word('longer', { limit: limitText(limit.limit, limit.unit, language) }),
    until && word('until', { date: until }),
  ].filter(Boolean);
  const set = (text: string) => wrapLines(text, columns);
  return [
    ...set(asked.join('  ')).map((line) => plainLine(line, 'strong')),
    ...(approval.arbitration ? set(word('arbitration')).map((line) => plainLine(line, 'red')) : []),
    ...set(`${word('reason')}: ${approval.reason}`).map((line) => plainLine(line)),
    plainLine('='.repeat(columns), 'dim'),
  ];
}
