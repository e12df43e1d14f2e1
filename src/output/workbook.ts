import { writeXlsx } from 'hucre/xlsx';
import { replaceFile } from '../session/replace-file.ts';
import { safeText } from './safe-text.ts';

/** How a spreadsheet shows what stands in a column. */
export type ColumnLook = 'text' | 'count' | 'share' | 'hours';

export interface SheetColumn {
  header: string;
  look: ColumnLook;
  /** Characters of the usual font. */
  width: number;
}

export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly (string | number | null)[])[];
}

const FORMATS: Readonly<Record<ColumnLook, string>> = {
  text: '@',
  count: '0',
  share: '0.0%',
  hours: '0.0',
};
const HEADING = { font: { bold: true }, numFmt: '@' };

/**
 * Writes sheets as XLSX (ECMA-376), each under a heading that stays in view. Texts are safe texts in cells that hold text, so that none of
 * them is a formula, however it begins; numbers are numbers.
 */
export async function writeWorkbook(file: string, sheets: readonly Sheet[]): Promise<void> {
  const workbook = await writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ look, width }) => ({ width, numFmt: FORMATS[look] })),
      rows: [columns.map(({ header }) => header), ...rows].map((row) =>
        row.map((value) => (typeof value === 'string' ? safeText(value) : value)),
      ),
      cells: new Map(
        columns.map(({ header }, at) => [
          `0,${at}`,
          { value: safeText(header), type: 'string' as const, style: HEADING },
        ]),
      ),
      freezePane: { rows: 1 },
    })),
  });
  replaceFile(file, workbook);
}
