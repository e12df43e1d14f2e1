import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeJson, safeLines, safeText } from '../../src/output/safe-text.ts';

const HOSTILE = [
  '\u001b[2J',
  '\u009b31m',
  '\u001b]8;;x\u0007',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u0085',
  '\u2028',
  '\u{e0041}',
  '\ud800',
  '\0',
  '\r',
  '\n',
];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.constant('路灯不亮')))
  .map((parts) => parts.join(''));
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}|[\u{e0000}-\u{e007f}]/u;

test('nothing that drives a terminal or reorders text is left', () => {
  fc.assert(fc.property(hostileText, (text) => !UNSAFE.test(safeText(text))));
});

test('safe text stays as it is, twice through is once through', () => {
  expect(safeText('路灯不亮,é 👨‍👩‍👧')).toBe('路灯不亮,é 👨‍👩‍👧');
  fc.assert(fc.property(hostileText, (text) => safeText(safeText(text)) === safeText(text)));
});

test('what was there is shown', () => {
  expect(safeText('a\u001b[31mb\u202ec')).toBe('a\\u{1b}[31mb\\u{202e}c');
  expect(safeText('a\nb\tc')).toBe('a b c');
  expect(safeLines('a\r\nb\u0007')).toEqual(['a', 'b\\u{7}']);
});

test('JSON is harmless to print and means the same', () => {
  fc.assert(
    fc.property(fc.dictionary(hostileText, hostileText), fc.constantFrom(0, 2), (value, indent) => {
      const json = safeJson(value, indent);
      expect(json.replaceAll('\n', '')).not.toMatch(UNSAFE);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
