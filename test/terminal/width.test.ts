import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { clip, fit, spread, tail, widthOf, wrapLines } from '../../src/terminal/width.ts';

const mixed = fc.string({
  unit: fc.constantFrom('a', ' ', '路', '灯', '👩‍👩‍👧', 'é', '\u001b', '\u202e', '1'),
});

describe('text in columns', () => {
  test('fills exactly the columns it was given', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 1, max: 30 }), (text, columns) => {
        expect(widthOf(fit(text, columns))).toBe(columns);
        expect(widthOf(spread(text, text, columns))).toBe(columns);
        expect(widthOf(tail(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('never lets a control or a bidi character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 60 }), (text, columns) => {
        const shown = [clip(text, columns), fit(text, columns), ...wrapLines(text, columns)].join('');
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  test('wraps into lines that fit', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 12, max: 40 }), (text, columns) => {
        for (const line of wrapLines(text, columns)) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('the short way to a width says what the long one says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '路', '。', '，', '〈', '！', '～', ' ') }),
        (text) => {
          expect(widthOf(text)).toBe(stringWidth(text));
        },
      ),
    );
  });

  test('keeps a Latin word whole', () => {
    expect(wrapLines('returned by the agency', 12)).toEqual(['returned by ', 'the agency']);
    expect(wrapLines('路灯不亮', 4)).toEqual(['路灯', '不亮']);
    expect(wrapLines('路灯不亮。', 8)).toEqual(['路灯不', '亮。']);
  });
});
