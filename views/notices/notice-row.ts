import type { NoticeSummary } from '@district/contract/types.ts';
import { titleText } from '../../src/command/notice/notice-lines.ts';
import { noticesMessages } from '../../src/i18n/messages/console-notices.ts';
import { noticeStateText } from '../../src/i18n/notice-words.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { progressBar } from '../../src/output/plot.ts';
import { fit } from '../../src/terminal/width.ts';
import { cursorMark, type Span } from '../parts/line.tsx';

const NUMBER_COLUMNS = 16;
const STATE_COLUMNS = { zh: 8, en: 13 } as const;
const AUDIENCE_COLUMNS = 8;
const BAR_COLUMNS = 8;
/** `150000/150000`. */
const FIGURE_COLUMNS = 13;
/** Below this the bar goes, so that a title keeps its room. */
const BAR_FROM_COLUMNS = 72;

type Cells = readonly [
  no: string,
  state: string,
  title: string,
  audience: string,
  bar: string,
  figure: string,
];

function joined(
  [no, state, title, audience, bar, figure]: Cells,
  columns: number,
  language: Language,
): string {
  const withBar = columns >= BAR_FROM_COLUMNS;
  const fixed = 2 + NUMBER_COLUMNS + STATE_COLUMNS[language] + AUDIENCE_COLUMNS + FIGURE_COLUMNS + 4;
  const room = columns - fixed - (withBar ? BAR_COLUMNS + 1 : 0);
  return [
    fit(no, NUMBER_COLUMNS),
    fit(state, STATE_COLUMNS[language]),
    fit(title, Math.max(0, room)),
    fit(audience, AUDIENCE_COLUMNS),
    ...(withBar ? [fit(bar, BAR_COLUMNS)] : []),
    fit(figure, FIGURE_COLUMNS, 'right'),
  ].join(' ');
}

export function noticeSpans(
  notice: NoticeSummary,
  { columns, language, atCursor }: { columns: number; language: Language; atCursor: boolean },
): Span[] {
  const { counts, state } = notice;
  const begun = counts.total > 0;
  const cells = [
    notice.no,
    noticeStateText(state, language),
    titleText(notice, language),
    notice.audience.map(({ name }) => name).join(' '),
    begun ? progressBar(counts.delivered + counts.failed, counts.total, BAR_COLUMNS) : '',
    begun
      ? `${counts.delivered}/${counts.total}`
      : translate(noticesMessages, language, 'persons', { n: counts.persons }),
  ] as const;
  const tone = state === 'partially_failed' ? 'red' : 'plain';
  return [cursorMark(atCursor), { text: ` ${joined(cells, columns, language)}`, tone }];
}

export function noticeHeading(columns: number, language: Language): Span[] {
  const word = (key: 'number' | 'state' | 'title' | 'audience' | 'progress') =>
    translate(noticesMessages, language, key);
  const cells = [
    word('number'),
    word('state'),
    word('title'),
    word('audience'),
    '',
    word('progress'),
  ] as const;
  return [{ text: `  ${joined(cells, columns, language)}`, tone: 'dim' }];
}
