import type { RequestDetail, RequestSummary, Revealed } from '@district/contract/types.ts';
import { revealedLines } from '../../src/command/revealed-lines.ts';
import { actionLabel } from '../../src/console/keys/action-label.ts';
import { detailMessages } from '../../src/i18n/messages/console-detail.ts';
import { revealMessages } from '../../src/i18n/messages/console-reveal.ts';
import { translate } from '../../src/i18n/translate.ts';
import { actionText } from '../../src/i18n/words.ts';
import { widthOf, wrapItems, wrapLines } from '../../src/terminal/width.ts';
import { plainLine, type Span, type Tone } from '../parts/line.tsx';
import { attachmentTexts, similarTexts } from './beside-lines.ts';
import { closedTexts } from './closed-texts.ts';
import type { DetailLook } from './detail-look.ts';
import { headFacts } from './head-facts.ts';
import { placeFacts } from './place-facts.ts';
import { timelineText } from './timeline-text.ts';

/** A rule that parts sections stays shorter than those that frame the screen. */
const SECTION_COLUMNS_MAX = 40;

/** A request as lines: what it is, what was asked, what can be done, what happened. */
export function detailLines(
  request: RequestDetail,
  look: DetailLook,
  revealed: Revealed | null = null,
  similar: readonly RequestSummary[] = [],
): Span[][] {
  const { columns, language } = look;
  const word = (key: keyof typeof detailMessages.zh) => translate(detailMessages, language, key);
  const set = (text: string, tone: Tone = 'plain', indent = 0) =>
    wrapLines(text, Math.max(columns - indent, 1)).map((line) => plainLine(' '.repeat(indent) + line, tone));
  const section = (name: string) => {
    const lead = `-- ${name} `;
    const rest = Math.min(columns, SECTION_COLUMNS_MAX) - widthOf(lead);
    return plainLine(lead + '-'.repeat(Math.max(0, rest)), 'dim');
  };
  const open = request.actions.map(
    (action) => `${actionLabel(action, look.keyChanges)} ${actionText(action, language)}`,
  );
  return [
    ...headFacts(request, look).flatMap(({ text, tone }) => set(text, tone)),
    section(word('body')),
    ...set(request.body),
    ...placeFacts(request, language).flatMap((text) => set(text)),
    ...attachmentTexts(request.no, request.attachments, look).flatMap((text) => set(text)),
    ...similarTexts(similar, look).flatMap((text, at) => set(text, at === 0 ? 'yellow' : 'plain')),
    ...(revealed
      ? [
          section(translate(revealMessages, language, 'section')),
          ...revealedLines(revealed, language).flatMap((text) => set(text, 'yellow')),
        ]
      : []),
    section(word('actions')),
    ...wrapItems(open.length > 0 ? open : [word('none')], columns).map((line) => plainLine(line, 'strong')),
    section(word('timeline')),
    ...request.timeline.toReversed().flatMap((entry) => {
      const { head, text } = timelineText(entry, language);
      return [...set(head), ...(text === null ? [] : set(text, 'plain', 4))];
    }),
    section(word('closedActions')),
    ...closedTexts(request, language).flatMap((text) => set(text, 'dim')),
  ];
}
