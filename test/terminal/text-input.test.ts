import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemesOf } from '../../src/terminal/graphemes.ts';
import { EMPTY_TEXT, editText, insertText, typedText, wholeText } from '../../src/terminal/text-input.ts';
import { clip, fit, spread, tail, widthOf, wrapLines, wrapTyped } from '../../src/terminal/width.ts';

const mixed = fc.string({
  unit: fc.constantFrom('a', ' ', '路', '灯', '👩‍👩‍👧', 'é', '\u001b', '\u202e', '1'),
});

function type(keys: readonly string[], multiline = false) {
  return keys.reduce((typed, key) => editText(typed, key, multiline) ?? typed, EMPTY_TEXT);
}

describe('a text being typed', () => {
  test('is edited by what a person calls characters', () => {
    expect(wholeText(type([...'路👩‍👩‍👧', 'backspace']))).toBe('路');
    expect(wholeText(type(['a', 'b', 'left', 'x']))).toBe('axb');
    expect(wholeText(type(['a', 'b', 'ctrl+a', 'delete']))).toBe('b');
    expect(wholeText(type(['a', ' ', 'b', 'ctrl+w']))).toBe('a ');
    expect(wholeText(type(['a', 'b', 'left', 'ctrl+k']))).toBe('a');
  });

  test('breaks lines only where several are wanted', () => {
    expect(wholeText(type(['a', 'ctrl+j', 'b'], true))).toBe('a\nb');
    expect(wholeText(insertText(typedText('a'), 'b\r\nc', false))).toBe('ab c');
    expect(wholeText(insertText(typedText('a'), 'b\r\nc', true))).toBe('ab\nc');
  });

  test('as many backspaces as characters leave nothing', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const typed = insertText(EMPTY_TEXT, text, true);
        const back = graphemesOf(wholeText(typed)).reduce(
          (rest) => editText(rest, 'backspace', true) ?? rest,
          typed,
        );
        expect(wholeText(back)).toBe('');
      }),
    );
  });
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

  test('wraps into lines that fit, and what is typed wraps the same whatever follows', () => {
    fc.assert(
      fc.property(mixed, mixed, fc.integer({ min: 12, max: 40 }), (before, after, columns) => {
        for (const line of wrapLines(before, columns)) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        const head = wrapTyped(before, columns);
        expect(wrapTyped(`${before}路${after}`, columns).slice(0, head.length - 1)).toEqual(
          head.slice(0, -1),
        );
      }),
    );
  });

  test('keeps a Latin word whole', () => {
    expect(wrapLines('returned by the agency', 12)).toEqual(['returned by ', 'the agency']);
    expect(wrapLines('路灯不亮', 4)).toEqual(['路灯', '不亮']);
    expect(wrapLines('路灯不亮。', 8)).toEqual(['路灯不', '亮。']);
  });
});
