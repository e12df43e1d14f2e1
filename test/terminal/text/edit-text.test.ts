import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemesOf } from '../../../src/terminal/graphemes.ts';
import { editText } from '../../../src/terminal/text/edit-text.ts';
import {
  EMPTY_TEXT,
  insertText,
  type TypedText,
  typedText,
  wholeText,
} from '../../../src/terminal/text/typed-text.ts';

const MANY = { multiline: true, lengthMax: 10_000 };
const ONE = { multiline: false, lengthMax: 10_000 };

function press(typed: TypedText, ...keys: string[]): TypedText {
  return keys.reduce((now, key) => editText(now, key, MANY) ?? now, typed);
}

/** `|` is the cursor. */
const shown = ({ before, after }: TypedText) => `${before}|${after}`;
const type = (...keys: string[]) => shown(press(EMPTY_TEXT, ...keys));
function at(text: string): TypedText {
  const [before = '', after = ''] = text.split('|');
  return { ...EMPTY_TEXT, before, after };
}

describe('characters are what a person calls so', () => {
  test('an emoji, an accented letter, a flag go at once', () => {
    expect(type(...'路👩‍👩‍👧', 'backspace')).toBe('路|');
    expect(type(...'e\u0301x', 'left', 'left', 'delete')).toBe('|x');
    expect(type(...'🇨🇳🇨🇳', 'backspace')).toBe('🇨🇳|');
  });

  test('what becomes one character with what stands behind it leaves no cursor inside', () => {
    expect(shown(press(at('|\u0301'), 'e'))).toBe('e\u0301|');
    expect(shown(press(at('路|a\u0301'), 'delete'))).toBe('路|');
  });
});

describe('words', () => {
  test('Chinese ones as a dictionary has them, Latin ones as blanks part them', () => {
    expect(shown(press(at('请尽快维修路灯|'), 'alt+b'))).toBe('请尽快维修|路灯');
    expect(shown(press(at('|请尽快维修路灯'), 'ctrl+right', 'ctrl+right'))).toBe('请尽快|维修路灯');
    expect(shown(press(at('is:overdue  to|'), 'alt+b', 'alt+b'))).toBe('|is:overdue  to');
  });

  test('Ctrl-W takes what stands between blanks, and in Chinese a word', () => {
    expect(shown(press(at('is:overdue to:agency:civil|'), 'ctrl+w'))).toBe('is:overdue |');
    expect(shown(press(at('请尽快维修路灯|'), 'ctrl+w'))).toBe('请尽快维修|');
  });
});

describe('lines', () => {
  test('Home and End stay in theirs', () => {
    expect(shown(press(at('a\nb|c\nd'), 'home'))).toBe('a\n|bc\nd');
    expect(shown(press(at('a\nb|c\nd'), 'end'))).toBe('a\nbc|\nd');
    expect(shown(press(at('a\nb|c\nd'), 'ctrl+home'))).toBe('|a\nbc\nd');
  });

  test('a field of one line takes no break, typed or pasted', () => {
    expect(editText(at('a|'), 'ctrl+j', ONE)).toBeUndefined();
    expect(shown(insertText(at('a|'), 'b\r\nc\x1b', ONE).typed)).toBe('ab c |');
    expect(shown(insertText(at('a|'), 'b\r\nc', MANY).typed)).toBe('ab\nc|');
  });
});

describe('cutting and putting in again', () => {
  test('cuts that follow each other come back as one', () => {
    expect(shown(press(at('one two three|'), 'ctrl+w', 'ctrl+w', 'home', 'ctrl+y'))).toBe('two three|one ');
    expect(shown(press(at('a|b\nc'), 'ctrl+k', 'ctrl+k', 'ctrl+y', 'ctrl+y'))).toBe('ab\nb\n|c');
  });
});

describe('undoing', () => {
  test('goes back by words and by cuts, and forward again', () => {
    const text = press(EMPTY_TEXT, ...'one two', 'ctrl+w');
    expect(shown(press(text, 'ctrl+_'))).toBe('one two|');
    expect(shown(press(text, 'ctrl+_', 'ctrl+_'))).toBe('one |');
    expect(shown(press(text, 'ctrl+_', 'ctrl+_', 'ctrl+_'))).toBe('|');
    expect(shown(press(text, 'ctrl+_', 'ctrl+_', 'alt+_', 'alt+_'))).toBe('one |');
  });

  test('a paste is one step', () => {
    const { typed } = insertText(press(EMPTY_TEXT, 'a'), '路'.repeat(500), MANY);
    expect(shown(press(typed, 'ctrl+_'))).toBe('a|');
  });
});

describe('a paste of ten thousand characters', () => {
  test('fills the field to its limit, and says how many were left out', () => {
    const { typed, leftOut } = insertText(typedText('前'), '路灯'.repeat(5_000), {
      multiline: true,
      lengthMax: 2_000,
    });
    expect(wholeText(typed)).toHaveLength(2_000);
    expect(leftOut).toBe(8_001);
  });

  test('cuts no character in two', () => {
    for (let lengthMax = 0; lengthMax < 20; lengthMax += 1) {
      const { typed } = insertText(EMPTY_TEXT, '👩‍👩‍👧👩‍👩‍👧', { multiline: false, lengthMax });
      expect(['', '👩‍👩‍👧', '👩‍👩‍👧👩‍👩‍👧']).toContain(wholeText(typed));
    }
  });
});

describe('against a model: a list of characters and a place among them', () => {
  /** The whole text is told apart anew at every step. */
  class Model {
    characters: string[] = [];
    place = 0;

    put(before: string, after: string) {
      this.characters = graphemesOf(before + after);
      let length = 0;
      this.place = 0;
      while (length < before.length) length += this.characters[this.place++]?.length ?? 1;
    }
    get before() {
      return this.characters.slice(0, this.place).join('');
    }
    get after() {
      return this.characters.slice(this.place).join('');
    }
    press(key: string) {
      const { before, after, characters, place } = this;
      if (key === 'left') this.place = Math.max(0, place - 1);
      else if (key === 'right') this.place = Math.min(characters.length, place + 1);
      else if (key === 'backspace') this.put(characters.slice(0, Math.max(0, place - 1)).join(''), after);
      else if (key === 'delete') this.put(before, characters.slice(place + 1).join(''));
      else if (key === 'home')
        this.put(
          before.slice(0, before.lastIndexOf('\n') + 1),
          before.slice(before.lastIndexOf('\n') + 1) + after,
        );
      else if (key === 'ctrl+u') this.put(before.slice(0, before.lastIndexOf('\n') + 1), after);
      else if (key === 'ctrl+j') this.put(`${before}\n`, after);
      else this.put(before + key, after);
    }
  }

  const key = fc.constantFrom(
    'a',
    ' ',
    '路',
    '灯',
    '👩',
    '\u200d',
    '👧',
    '\u0301',
    '🇨',
    '🇳',
    'left',
    'right',
    'backspace',
    'delete',
    'home',
    'ctrl+u',
    'ctrl+j',
  );

  test('text and cursor are the same after any keys, and undoing all leads back to nothing', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
        const model = new Model();
        let typed = EMPTY_TEXT;
        for (const one of keys) {
          model.press(one);
          typed = press(typed, one);
          expect(shown(typed)).toBe(`${model.before}|${model.after}`);
        }
        for (let step = 0; step < keys.length; step += 1) typed = press(typed, 'ctrl+_');
        expect(wholeText(typed)).toBe('');
        for (let step = 0; step < keys.length; step += 1) typed = press(typed, 'alt+_');
        expect(wholeText(typed)).toBe(model.before + model.after);
      }),
      { numRuns: 500 },
    );
  });
});
