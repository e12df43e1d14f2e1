import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecord } from '../../src/output/csv.ts';
import { HOSTILE_PARTS, hostileText } from './hostile-text.ts';

/** A record as RFC 4180 reads it. */
function cellsOf(record: string, separator = ','): string[] {
  const cells = [''];
  let isQuoted = false;
  for (let at = 0; at < record.length; at += 1) {
    const character = record[at] ?? '';
    const last = cells.length - 1;
    if (isQuoted && character === '"' && record[at + 1] === '"') {
      cells[last] += '"';
      at += 1;
    } else if (character === '"' && (isQuoted || cells[last] === '')) isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) cells.push('');
    else cells[last] += character;
  }
  return cells;
}

/** What a spreadsheet reckons: it looks past blanks, and takes full-width signs for the signs. */
function isFormula(cell: string): boolean {
  return /^[=+\-@＝＋－＠]/.test(cell.trim()) && !/^[+-]?\d+(\.\d+)?$|^-$/.test(cell);
}

test('a record is one line of as many cells as it was given, none of them a formula', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 5 }), (texts) => {
      const record = csvRecord(texts);
      expect(record).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      const cells = cellsOf(record);
      expect(cells).toHaveLength(texts.length);
      expect(cells.filter(isFormula)).toEqual([]);
    }),
    { numRuns: 1_000, examples: HOSTILE_PARTS.map((part) => [[part]]) },
  );
});

test('a spreadsheet that parts cells at semicolons finds no formula either', () => {
  for (const text of ['x;=1+1', '"";=1', 'a\t=1'])
    expect(cellsOf(csvRecord([text]), ';').filter(isFormula)).toEqual([]);
});

test('numbers and dashes stay what they are', () => {
  expect(csvRecord(['-12', '+3.5', '-', 7, null])).toBe('-12,+3.5,-,7,');
});
