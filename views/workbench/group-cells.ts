import type { Overview } from '@district/contract/types.ts';
import { deadlineText } from '../../src/console/deadline.ts';
import { workbenchMessages } from '../../src/i18n/messages/console-workbench.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { counted } from '../../src/i18n/words.ts';
import { clip, widthOf } from '../../src/terminal/width.ts';
import type { Span, Tone } from '../parts/line.tsx';

type Group = Overview['groups'][number];

const TONES: Partial<Record<Group['id'], Tone>> = {
  overdue_statutory: 'red',
  overdue: 'red',
  due_today: 'yellow',
};

export interface GroupCells {
  group: Span;
  count: Span;
  tightest: Span;
  byLead: Span;
}

/** Blanks that the table puts around a column. */
const COLUMN_BLANKS = 2;
const NUMBER_COLUMNS = 14;
/** With less than this who leads is not shown: a name and its figure. */
const BY_LEAD_COLUMNS_MIN = 10;

/**
 * The groups as cells. Who leads gets what width is left; in a narrow window that column goes first, then the deadline of the tightest,
 * then its number. A column without texts is not shown.
 */
export function groupCells(
  overview: Overview,
  cursor: number,
  columns: number,
  language: Language,
): GroupCells[] {
  const word = (key: keyof typeof workbenchMessages.zh) => translate(workbenchMessages, language, key);
  const asOfMs = Date.parse(overview.asOf);
  const cells = overview.groups.map((group, at): GroupCells => {
    const { tightest } = group;
    const due = group.id === 'overdue_statutory' ? tightest?.statutoryDueAt : tightest?.promisedDueAt;
    return {
      group: {
        text: `${at === cursor ? '>' : ' '}${word(group.id)}`,
        tone: group.count > 0 ? (TONES[group.id] ?? 'plain') : 'dim',
      },
      count: { text: String(group.count), tone: at === cursor ? 'strong' : 'plain' },
      tightest: { text: tightest ? `${tightest.no} ${deadlineText(due ?? null, asOfMs, language)}` : '-' },
      byLead: {
        text:
          group.byLead
            .map(({ unit, count }) => counted(unit?.name ?? word('nobody'), count, language))
            .join(' ') || '-',
      },
    };
  });
  const widest = (key: keyof GroupCells, heading: string) =>
    Math.max(widthOf(heading), ...cells.map((row) => widthOf(row[key].text)));
  const heading = (key: keyof GroupCells) => widest(key, word(key)) + COLUMN_BLANKS;
  const room = columns - heading('group') - heading('count');
  const left = room - heading('tightest');
  const tightestOf = (text: string) => {
    if (left >= 0) return text;
    return room >= NUMBER_COLUMNS + COLUMN_BLANKS ? clip(text.split(' ')[0] ?? '', NUMBER_COLUMNS) : '';
  };
  const byLeadColumns = left - COLUMN_BLANKS >= BY_LEAD_COLUMNS_MIN ? left - COLUMN_BLANKS : 0;
  return cells.map((row) => ({
    ...row,
    tightest: { text: tightestOf(row.tightest.text) },
    byLead: { text: clip(row.byLead.text, byLeadColumns) },
  }));
}
