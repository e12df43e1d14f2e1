import type { Column } from '../command/operation.ts';
import type { Language } from '../i18n/translate.ts';
import { cellWidth, cutToWidth, padToWidth } from './cell-width.ts';
import { safeText } from './safe-text.ts';

const GAP = '  ';
/** Columns of a text cell at least before another column is dropped: five Chinese characters and the mark. */
const CELL_WIDTH_MIN = 12;

interface TableOptions {
  language: Language;
  /** Columns of the window; undefined when nobody looks at it, and then cells are separated by tabs and whole. */
  width: number | undefined;
  /** Turns the header into a heading; the identity without colour. */
  heading?: (text: string) => string;
}

/** Lines of a table. In a window there is a header and columns fit; in a pipe there are rows alone, as `cut -f` wants them. */
export function renderTable(
  columns: readonly Column<never>[],
  rows: readonly unknown[],
  { language, width, heading = (text) => text }: TableOptions,
): string[] {
  const cells = rows.map((row) => columns.map((column) => safeText(column.cell(row as never, language))));
  if (width === undefined) return cells.map((row) => row.join('\t'));
  if (rows.length === 0) return [];
  const table = [columns.map((column) => column.header[language]), ...cells];
  const widths = fitWidths(columns, table, width);
  return table.map((row, at) => {
    const line = row
      .map((cell, column) => fitCell(cell, widths[column] ?? 0, columns[column]?.align))
      .filter((_, column) => widths[column] !== 0)
      .join(GAP)
      .trimEnd();
    return at === 0 ? heading(line) : line;
  });
}

function fitCell(cell: string, width: number, align: 'right' | undefined): string {
  return padToWidth(cutToWidth(cell, width), width, align);
}

/**
 * Natural widths where they fit. Else the widest column that may be cut gives way, as long as it keeps a readable part; after that columns
 * of the highest priority number drop to 0.
 */
function fitWidths(columns: readonly Column<never>[], table: readonly string[][], window: number): number[] {
  const widths = columns.map((_, column) => Math.max(...table.map((row) => cellWidth(row[column] ?? ''))));
  const priorities = columns.map((column) => column.priority ?? 0);
  for (;;) {
    const excess = totalWidth(widths) - window;
    if (excess <= 0) return widths;
    const cuttable = widths.map((width, column) => (columns[column]?.whole ? 0 : width));
    const room = Math.max(...cuttable);
    const dropped = lastShown(widths, priorities);
    if (room - excess >= CELL_WIDTH_MIN) widths[cuttable.indexOf(room)] = room - excess;
    else if (dropped !== undefined) widths[dropped] = 0;
    else return widths;
  }
}

function totalWidth(widths: readonly number[]): number {
  const shown = widths.filter((width) => width > 0);
  return shown.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, shown.length - 1);
}

/** The shown column of the highest priority number above 0, which is the first to go. */
function lastShown(widths: readonly number[], priorities: readonly number[]): number | undefined {
  let last: number | undefined;
  for (const [column, priority] of priorities.entries()) {
    if (priority > 0 && widths[column] !== 0 && priority >= (priorities[last ?? -1] ?? 0)) last = column;
  }
  return last;
}
