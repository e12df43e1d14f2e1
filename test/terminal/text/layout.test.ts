import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cursorPlace, layOut, movedByRow } from '../../../src/terminal/text/layout.ts';
import { EMPTY_TEXT, insertText, wholeText } from '../../../src/terminal/text/typed-text.ts';

function at(text: string) {
  const [before = '', after = ''] = text.split('|');
  return { ...EMPTY_TEXT, before, after };
}

/** Rows with the cursor in them, as a person sees it. */
function seen(text: string, columns: number): string[] {
  const typed = at(text);
  const rows = layOut(typed, columns);
  const { x, y } = cursorPlace(typed, rows);
  return rows.map((row, index) => {
    if (index !== y) return row.text;
    let used = 0;
    let head = '';
    for (const character of row.text) {
      if (used >= x) break;
      head += character;
      used += character > '\u2e80' ? 2 : 1;
    }
    return `${head}|${row.text.slice(head.length)}`;
  });
}

describe('the cursor stands where the text goes', () => {
  test('at the end of a full row that is the beginning of the next', () => {
    expect(seen('路灯|', 6)).toEqual(['路灯|']);
    expect(seen('路灯亮|', 6)).toEqual(['路灯亮', '|']);
    expect(seen('路灯亮|了', 6)).toEqual(['路灯亮', '|了']);
    expect(seen('路灯亮|\n了', 6)).toEqual(['路灯亮', '|', '了']);
    expect(seen('路灯亮\n|了', 6)).toEqual(['路灯亮', '|了']);
  });

  test('in an empty line, before a wide character that no longer fits, after a break', () => {
    expect(seen('|', 6)).toEqual(['|']);
    expect(seen('abcde|路', 6)).toEqual(['abcde', '|路']);
    expect(seen('a\n|', 6)).toEqual(['a', '|']);
    expect(seen('a\n|\nb', 6)).toEqual(['a', '|', 'b']);
  });
});

test('up and down go by rows, wrapped ones too, and end at the first and last', () => {
  const text = at('路灯亮了|\nab');
  expect(movedByRow(text, -1, 6)?.before).toBe('路');
  expect(movedByRow(text, 1, 6)?.before).toBe('路灯亮了\nab');
  expect(movedByRow(at('a|b\ncd'), -1, 6)).toBeUndefined();
  expect(movedByRow(at('ab\nc|d'), 1, 6)).toBeUndefined();
});

test('every row fits, all of the text is in them, and what stands before the cursor wraps the same whatever follows', () => {
  const mixed = fc.string({
    unit: fc.constantFrom('a', ' ', '路', '灯', '👩‍👩‍👧', 'é', '\n', '\u202e', '1'),
  });
  fc.assert(
    fc.property(mixed, mixed, fc.integer({ min: 12, max: 40 }), (left, right, columns) => {
      const { typed } = insertText(EMPTY_TEXT, left, { multiline: true, lengthMax: 1_000 });
      const text = { ...typed, after: right };
      const rows = layOut(text, columns);
      for (const row of rows) expect(row.columns).toBeLessThanOrEqual(columns);
      expect(rows.map(({ start, end }) => wholeText(text).slice(start, end)).join('')).toBe(
        wholeText(text).replaceAll('\n', ''),
      );
      const alone = layOut({ ...typed, after: '' }, columns);
      expect(rows.slice(0, alone.length - 1).map((row) => row.text)).toEqual(
        alone.slice(0, -1).map((row) => row.text),
      );
      const { x, y } = cursorPlace(text, rows);
      expect(x).toBeLessThanOrEqual(columns);
      expect(y).toBeLessThan(rows.length);
    }),
  );
});
