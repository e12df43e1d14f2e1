import { safeText } from '../../output/safe-text.ts';
import { graphemesOf } from '../graphemes.ts';
import { widthOf } from '../width.ts';
import { movedTo, type Standing, type TypedText, wholeText } from './typed-text.ts';

/** One row of a text as it is shown, and which part of the text it is, in UTF-16 units. */
export interface TextRow {
  text: string;
  columns: number;
  start: number;
  end: number;
}

/**
 * A text being typed, in rows. It breaks between any two characters, so that what stands before the cursor wraps the same whatever comes
 * after. A full row at whose end the cursor stands has an empty one below it, where what is typed next will be.
 */
export function layOut({ before, after }: Standing, columns: number): TextRow[] {
  const rows: TextRow[] = [];
  let start = 0;
  for (const paragraph of (before + after).split('\n')) {
    rows.push(...layOutParagraph(paragraph, start, columns));
    const last = rows.at(-1);
    if (last && last.columns >= columns && last.end === before.length) rows.push(emptyRow(last.end));
    start += paragraph.length + 1;
  }
  return rows;
}

function layOutParagraph(paragraph: string, from: number, columns: number): TextRow[] {
  let row = emptyRow(from);
  const rows = [row];
  for (const grapheme of graphemesOf(paragraph)) {
    const shown = safeText(grapheme);
    const width = widthOf(shown);
    if (row.columns + width > columns && row.end > row.start) {
      row = emptyRow(row.end);
      rows.push(row);
    }
    row.text += shown;
    row.columns += width;
    row.end += grapheme.length;
  }
  return rows;
}

function emptyRow(at: number): TextRow {
  return { text: '', columns: 0, start: at, end: at };
}

/** Row and column where what is typed goes: at a break that is the beginning of the lower row. */
export function cursorPlace({ before }: Standing, rows: readonly TextRow[]): { x: number; y: number } {
  const y = Math.max(
    0,
    rows.findLastIndex(({ start }) => start <= before.length),
  );
  return { x: widthOf(safeText(before.slice(rows[y]?.start ?? 0))), y };
}

/** The text with the cursor a row further down, or up for -1; undefined where there is no such row. */
export function movedByRow(typed: TypedText, by: 1 | -1, columns: number): TypedText | undefined {
  const rows = layOut(typed, columns);
  const { x, y } = cursorPlace(typed, rows);
  const row = rows[y + by];
  return row && movedTo(typed, atColumn(wholeText(typed), row, x));
}

/** The place in the text that is nearest to a column of a row, at or before it. */
function atColumn(whole: string, row: TextRow, column: number): number {
  let at = row.start;
  let x = 0;
  for (const grapheme of graphemesOf(whole.slice(row.start, row.end))) {
    x += widthOf(safeText(grapheme));
    if (x > column) break;
    at += grapheme.length;
  }
  return at;
}
