import { ACCURACY_MIN } from '@district/contract/limits.ts';
import type { Dataset, ProgressCell, ProgressGridRow } from '@district/contract/types.ts';
import type { Measure } from '../../src/console/screen.ts';
import { entryMessages } from '../../src/i18n/messages/console-entry.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { rolloutText, verdictText } from '../../src/i18n/words.ts';
import { clip, fit } from '../../src/terminal/width.ts';
import { cursorMark, type Span, type Tone } from '../parts/line.tsx';

const CELL_COLUMNS = 5;
const ACCURACY_COLUMNS = 7;
const FORECAST_COLUMNS = 11;
const STATE_COLUMNS: Record<Language, number> = { zh: 4, en: 8 };
/** Four Chinese characters and a blank. */
const NAME_COLUMNS_MIN = 9;
const NAME_COLUMNS_MAX = 20;

/** What a street or community takes of a line; the name gives way first, then state and accuracy are left out. */
export interface EntryColumns {
  name: number;
  state: number;
  accuracy: number;
  forecast: number;
}

export function entryColumns(columns: number, datasets: number, language: Language): EntryColumns {
  const all = { state: STATE_COLUMNS[language] + 1, accuracy: ACCURACY_COLUMNS, forecast: FORECAST_COLUMNS };
  const room = ({ state, accuracy, forecast }: typeof all) =>
    columns - 1 - datasets * CELL_COLUMNS - state - accuracy - forecast;
  for (const drop of ['state', 'accuracy', 'forecast'] as const) {
    if (room(all) >= NAME_COLUMNS_MIN) break;
    all[drop] = 0;
  }
  return { ...all, name: Math.min(NAME_COLUMNS_MAX, Math.max(NAME_COLUMNS_MIN, room(all))) };
}

/** How many datasets have room beside a name. */
export function datasetsFitting(columns: number): number {
  return Math.max(1, Math.floor((columns - 1 - NAME_COLUMNS_MIN) / CELL_COLUMNS));
}

export function entryHeading(datasets: readonly Dataset[], widths: EntryColumns, language: Language): Span[] {
  const word = (key: 'place' | 'state' | 'accuracyHeading' | 'forecast') =>
    translate(entryMessages, language, key);
  const names = datasets.map(({ id, shortZh }) =>
    fit(language === 'zh' ? shortZh : id.slice(0, CELL_COLUMNS - 1), CELL_COLUMNS, 'right'),
  );
  const text = [
    ` ${fit(word('place'), widths.name)}`,
    fit(word('state'), widths.state),
    ...names,
    fit(word('accuracyHeading'), widths.accuracy, 'right'),
    forecastCell(word('forecast'), widths),
  ];
  return [{ text: text.join(''), tone: 'dim' }];
}

function forecastCell(text: string, { forecast }: EntryColumns): string {
  return forecast === 0 ? '' : ` ${fit(text, forecast - 1)}`;
}

interface RowOptions {
  datasets: readonly Dataset[];
  widths: EntryColumns;
  measure: Measure;
  language: Language;
  /** The column of the cursor, undefined in other rows. */
  column: number | undefined;
}

export function entrySpans(row: ProgressGridRow, options: RowOptions): Span[] {
  const { datasets, widths, measure, language, column } = options;
  const byDataset = new Map(row.cells.map((cell) => [cell.dataset, cell]));
  const atCursor = column !== undefined;
  return [
    cursorMark(atCursor),
    { text: fit(clip(row.region.name, widths.name - 1), widths.name) },
    { text: fit(rolloutText(row.state, language), widths.state) },
    ...datasets.map(({ id }, at) => cellSpan(byDataset.get(id), measure, at === column)),
    accuracySpan(row.accuracy, widths.accuracy),
    { text: forecastCell(forecastText(row, language), widths) },
  ];
}

/** A finished cell is a point, one not begun a dash; `!` marks what is fast and wrong, brackets the cursor. */
function cellSpan(cell: ProgressCell | undefined, measure: Measure, isChosen: boolean): Span {
  const text = cell === undefined ? '' : cellText(cell, measure);
  const chosen = text.length < CELL_COLUMNS - 1 ? `[${text}]` : text;
  return {
    text: fit(isChosen ? chosen : text, CELL_COLUMNS, 'right'),
    tone: isChosen ? 'strong' : toneOf(cell, measure),
  };
}

function cellText(cell: ProgressCell, measure: Measure): string {
  if (cell.verdict === 'not_started') return '-';
  if (measure !== 'coverage') {
    const share = cell[measure];
    return share === null ? '-' : percentText(share) + (measure === 'accuracy' && isWrong(share) ? '!' : '');
  }
  if (cell.verdict === 'complete') return '.';
  const points = Math.round(cell.gap);
  const sign = points > 0 ? '+' : '';
  return `${sign}${points === 0 ? 0 : points}${cell.verdict === 'fast_and_wrong' ? '!' : ''}`;
}

/** Whole percents, rounded down: 99.9 % is not all. */
function percentText(share: number): string {
  return String(Math.floor(share * 100));
}

function isWrong(accuracy: number): boolean {
  return accuracy < ACCURACY_MIN;
}

function toneOf(cell: ProgressCell | undefined, measure: Measure): Tone {
  if (cell === undefined || cell.verdict === 'not_started') return 'dim';
  if (measure === 'accuracy') return cell.accuracy !== null && isWrong(cell.accuracy) ? 'red' : 'plain';
  if (measure !== 'coverage') return 'plain';
  if (cell.verdict === 'behind') return 'red';
  if (cell.verdict === 'fast_and_wrong') return 'yellow';
  return cell.verdict === 'complete' ? 'green' : 'plain';
}

function accuracySpan(accuracy: number | null, columns: number): Span {
  if (accuracy === null) return { text: fit('-', columns, 'right') };
  const mark = isWrong(accuracy) ? '! ' : '';
  return {
    text: fit(`${mark}${percentText(accuracy)}%`, columns, 'right'),
    tone: isWrong(accuracy) ? 'red' : 'plain',
  };
}

function forecastText(row: ProgressGridRow, language: Language): string {
  const { verdict, forecastAt, dueDate } = row;
  if (verdict === 'complete' || verdict === 'not_started' || verdict === 'fast_and_wrong')
    return verdictText(verdict, language);
  if (forecastAt === null) return translate(entryMessages, language, 'never');
  const late = forecastAt > dueDate ? ` ${translate(entryMessages, language, 'late')}` : '';
  return forecastAt.slice(5) + late;
}
