import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellWidth } from '../../src/output/cell-width.ts';
import { safeJson, safeLines, safeText } from '../../src/output/safe-text.ts';
import { renderTable } from '../../src/output/table.ts';
import { HOSTILE_PARTS, hostileText, LEGITIMATE } from './hostile-text.ts';
import { createWitness } from './witness.ts';

/** Wider than any of the texts, so that no line is wrapped by the emulator. */
const COLUMNS = 4_000;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const HIDDEN = /[\u00ad\u034f\u115f\u1160\u200b\u2060-\u2064\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/u;

test('nothing that drives a terminal, reorders or hides is left', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const unsafe of [CONTROL, REORDERING, HIDDEN]) expect(safeText(text)).not.toMatch(unsafe);
    }),
    { numRuns: 1_000 },
  );
});

test('an emulator prints a hostile text in its own cells and does nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const { terminal, deeds, write, row } = createWitness(COLUMNS, 4);
      const safe = safeText(text);
      await write(`left|${safe}|right\r\nbelow`);
      expect(deeds).toEqual([]);
      expect(row(0)).toBe(`left|${safe}|right`);
      expect(row(1)).toBe('below');
      const { cursorX, cursorY } = terminal.buffer.active;
      expect([cursorX, cursorY]).toEqual(['below'.length, 1]);
      // The neighbour stands where the width that a table reckons with says.
      const at = 'left|'.length + cellWidth(safe);
      expect(terminal.buffer.active.getLine(0)?.getCell(at)?.getChars()).toBe('|');
    }),
    { examples: HOSTILE_PARTS.map((part) => [part]) },
  );
});

test('the same texts do move an emulator when they are left as they are', async () => {
  const { deeds, write } = createWitness(80, 24);
  for (const part of HOSTILE_PARTS) await write(part);
  for (const deed of ['title owned', 'OSC 52', 'OSC 8', 'CSI J', 'CSI A', 'mode h', 'DCS', 'bell'])
    expect(deeds).toContain(deed);
});

test('rows of a table stay rows, and cells stay under their headings', () => {
  const columns = ['a', 'b', 'c'].map((name) => ({
    header: { zh: name, en: name },
    cell: (row: Record<string, string>) => row[name] ?? '',
  }));
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 4 }), (texts) => {
      const rows = texts.map((text) => ({ a: text, b: text, c: '|end' }));
      const lines = renderTable(columns as never, rows, { language: 'en', width: 80 });
      expect(lines).toHaveLength(texts.length + 1);
      const ends = lines.slice(1).map((line) => cellWidth(line.slice(0, line.lastIndexOf('|end'))));
      expect(new Set(ends).size).toBe(1);
    }),
  );
});

test('safe text stays as it is, twice through is once through', () => {
  for (const text of LEGITIMATE) expect(safeText(text)).toBe(text);
  fc.assert(
    fc.property(hostileText, (text) => safeText(safeText(text)) === safeText(text)),
    { numRuns: 1_000 },
  );
});

test('what was there is shown', () => {
  expect(safeText('a\u001b[31mb\u202ec')).toBe('a\\u{1b}[31mb\\u{202e}c');
  expect(safeText('a\nb\tc')).toBe('a b c');
  expect(safeLines('a\r\nb\u0007')).toEqual(['a', 'b\\u{7}']);
});

test('invisible characters stay only where spelling needs them', () => {
  expect(safeText('路\u200d灯')).toBe('路\\u{200d}灯');
  expect(safeText('a\ufe0fb')).toBe('a\\u{fe0f}b');
  expect(safeText('1\ufe0f')).toBe('1\\u{fe0f}');
  expect(safeText('❤\ufe0f\ufe0f')).toBe('❤\ufe0f\\u{fe0f}');
  expect(safeText('👨‍')).toBe('👨\\u{200d}');
  expect(safeText(Array(20).fill('👨').join('\u200d'))).toContain('\\u{200d}');
});

test('marks pile up to a bound, and never on what stands before the text', () => {
  expect(safeText(`e${'\u0301'.repeat(8)}`)).toBe(`e${'\u0301'.repeat(6)}\\u{301}\\u{301}`);
  expect(safeText('\u0301e')).toBe('\\u{301}e');
});

test('JSON is harmless to print and means the same', () => {
  fc.assert(
    fc.property(fc.dictionary(hostileText, hostileText), fc.constantFrom(0, 2), (value, indent) => {
      const json = safeJson(value, indent);
      for (const unsafe of [CONTROL, REORDERING, HIDDEN])
        expect(json.replaceAll('\n', '')).not.toMatch(unsafe);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
