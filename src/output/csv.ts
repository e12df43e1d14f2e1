import { safeText } from './safe-text.ts';

/** Spreadsheets take such a cell for a formula; the full-width forms count in Chinese and Japanese ones. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;
/** A number, or the dash that stands for nothing. */
const PLAIN = /^([+-]?\d+(\.\d+)?|-)$/;
/** A semicolon parts cells where the decimal sign is a comma. */
const NEEDS_QUOTES = /[",;\r\n]|^\s|\s$/;

/** One record of RFC 4180 without its line end. Cells are safe text, and none of them is a formula. */
export function csvRecord(cells: readonly unknown[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(value: unknown): string {
  const raw = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  const text = safeText(raw);
  const harmless = FORMULA.test(text.trimStart()) && !PLAIN.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
