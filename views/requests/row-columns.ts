import type { RequestSummary } from '@district/contract/types.ts';
import { deadlineText } from '../../src/console/deadline.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { lightText } from '../../src/i18n/words.ts';
import { fit } from '../../src/terminal/width.ts';
import { lightTone } from '../parts/light.ts';
import { cursorMark, type Span } from '../parts/line.tsx';

const LIGHT_COLUMNS = { zh: 2, en: 6 } as const;
const DEADLINE_COLUMNS = 9;
const NUMBER_COLUMNS = 14;
const LEAD_COLUMNS = 12;
const FLAGS_COLUMNS = 9;
const TITLE_COLUMNS_MIN = 10;
/** With less than this the title is worth more than the flags. */
const TITLE_COLUMNS_BESIDE_FLAGS_MIN = 18;

interface RowWidths {
  light: number;
  title: number;
  lead: number;
  flags: number;
}

/** Columns of a row; the flags go first when it is narrow, then the lead. */
function rowWidths(columns: number, language: Language): RowWidths {
  const light = LIGHT_COLUMNS[language];
  const room = columns - 2 - (light + 1) - (DEADLINE_COLUMNS + 1) - (NUMBER_COLUMNS + 1);
  const lead = room - (LEAD_COLUMNS + 1) >= TITLE_COLUMNS_MIN ? LEAD_COLUMNS : 0;
  const left = room - (lead > 0 ? lead + 1 : 0);
  const flags = left - (FLAGS_COLUMNS + 1) >= TITLE_COLUMNS_BESIDE_FLAGS_MIN ? FLAGS_COLUMNS : 0;
  return { light, lead, flags, title: Math.max(0, left - (flags > 0 ? flags + 1 : 0)) };
}

function flagsOf(row: RequestSummary, language: Language): string {
  const flags: string[] = [];
  // As in triage: * is one's own, = another's.
  if (row.claim) flags.push(`${row.claim.mine ? '*' : '='}${row.claim.by}`);
  if (row.urgent) flags.push(translate(consoleMessages, language, 'urgent'));
  if (row.vulnerable) flags.push(translate(consoleMessages, language, 'vulnerable'));
  if (row.openApproval) flags.push(translate(consoleMessages, language, 'waiting'));
  if (row.returns > 0) flags.push(translate(consoleMessages, language, 'returned', { n: row.returns }));
  if (row.reminders > 0) flags.push(translate(consoleMessages, language, 'reminded', { n: row.reminders }));
  return flags.join(' ');
}

export interface RowLook {
  columns: number;
  language: Language;
  asOfMs: number;
  atCursor: boolean;
  marked: boolean;
}

/** A request as one line of a list. */
export function rowSpans(row: RequestSummary, look: RowLook): Span[] {
  const { columns, language, asOfMs, atCursor, marked } = look;
  const widths = rowWidths(columns, language);
  const due = deadlineText(row.promisedDueAt, asOfMs, language, row.pausedSince !== null);
  const light = row.light ? lightText(row.light, language) : '-';
  const tail = [fit(row.no, NUMBER_COLUMNS), fit(row.title, widths.title)];
  if (widths.lead > 0)
    tail.push(fit(row.lead?.name ?? translate(consoleMessages, language, 'noLead'), widths.lead));
  if (widths.flags > 0) tail.push(fit(flagsOf(row, language), widths.flags));
  return [
    cursorMark(atCursor),
    { text: marked ? '*' : ' ' },
    { text: `${fit(light, widths.light)} ${fit(due, DEADLINE_COLUMNS)}`, tone: lightTone(row.light) },
    { text: ` ${tail.join(' ')}` },
  ];
}

export function headingSpans(columns: number, language: Language): Span[] {
  const widths = rowWidths(columns, language);
  const word = (key: 'light' | 'deadline' | 'number' | 'title' | 'lead') =>
    translate(consoleMessages, language, key);
  const parts = [
    fit(word('light'), widths.light),
    fit(word('deadline'), DEADLINE_COLUMNS),
    fit(word('number'), NUMBER_COLUMNS),
    fit(word('title'), widths.title),
    widths.lead > 0 ? fit(word('lead'), widths.lead) : '',
  ];
  return [{ text: `  ${parts.filter((part) => part !== '').join(' ')}`, tone: 'dim' }];
}
