import type { RequestSummary } from '@district/contract/types.ts';
import { deadlineText } from '../../src/console/deadline.ts';
import type { ColumnId } from '../../src/console/list/use-columns.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { columnMessages } from '../../src/i18n/messages/console-columns.ts';
import { dueText, timeText } from '../../src/i18n/time.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { lightText, sourceText, stateText } from '../../src/i18n/words.ts';
import type { ColumnViews } from '../parts/columns.ts';
import { lightTone } from '../parts/light.ts';

/** `11-25 09:02`: the year is in the detail. */
const MOMENT_CELLS = 11;

const heading = (id: ColumnId<'requests'>) => (language: Language) =>
  id === 'flags' ? '' : translate(columnMessages, language, id);

/** A request in a list, column by column. */
export const REQUEST_VIEWS: ColumnViews<RequestSummary, ColumnId<'requests'>> = {
  light: {
    heading: heading('light'),
    cells: { zh: 2, en: 6 },
    cell: ({ light }, { language }) => (light ? lightText(light, language) : '-'),
    tone: ({ light }) => lightTone(light),
  },
  due: {
    heading: heading('due'),
    cells: 9,
    cell: ({ promisedDueAt, pausedSince }, { asOfMs, language }) =>
      deadlineText(promisedDueAt, asOfMs, language, pausedSince !== null),
    tone: ({ light }) => lightTone(light),
  },
  no: { heading: heading('no'), cells: 14, cell: ({ no }) => no },
  title: { heading: heading('title'), cells: 6, share: 1, cell: ({ title }) => title },
  lead: {
    heading: heading('lead'),
    cells: 12,
    spare: 4,
    cell: ({ lead }, { language }) => lead?.name ?? translate(consoleMessages, language, 'noLead'),
  },
  flags: {
    heading: heading('flags'),
    cells: 9,
    spare: 12,
    cell: (row, { language }) => flagsOf(row, language),
  },
  state: {
    heading: heading('state'),
    cells: { zh: 10, en: 12 },
    cell: ({ state }, { language }) => stateText(state, language),
  },
  place: { heading: heading('place'), cells: 12, cell: ({ region }) => region.name },
  submitted: {
    heading: heading('submitted'),
    cells: MOMENT_CELLS,
    cell: ({ submittedAt }) => timeText(submittedAt).slice(5),
  },
  statutory: {
    heading: heading('statutory'),
    cells: MOMENT_CELLS,
    cell: ({ statutoryDueAt }) => (statutoryDueAt === null ? '-' : dueText(statutoryDueAt).slice(5)),
  },
  item: {
    heading: heading('item'),
    cells: 14,
    cell: ({ item }, { language }) => (language === 'zh' ? item.nameZh : item.nameEn),
  },
  source: {
    heading: heading('source'),
    cells: 8,
    cell: ({ source }, { language }) => sourceText(source, language),
  },
};

function flagsOf(row: RequestSummary, language: Language): string {
  const say = (key: 'urgent' | 'vulnerable' | 'waiting') => translate(consoleMessages, language, key);
  // As in triage: * is one's own, = another's.
  const claim = row.claim ? `${row.claim.mine ? '*' : '='}${row.claim.by}` : '';
  return [
    claim,
    row.urgent ? say('urgent') : '',
    row.vulnerable ? say('vulnerable') : '',
    row.openApproval ? say('waiting') : '',
    row.returns > 0 ? translate(consoleMessages, language, 'returned', { n: row.returns }) : '',
    row.reminders > 0 ? translate(consoleMessages, language, 'reminded', { n: row.reminders }) : '',
  ]
    .filter((flag) => flag !== '')
    .join(' ');
}
