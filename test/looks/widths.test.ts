import fc from 'fast-check';
import stringWidth from 'string-width';
import { afterEach, expect, test } from 'vitest';
import { safeText } from '../../src/output/safe-text.ts';
import { readAnswers } from '../../src/terminal/ask-terminal.ts';
import { countedAlike, FILLER, setWidthModel, widthOf } from '../../src/terminal/width-model.ts';
import { hostileText, LEGITIMATE } from '../untrusted/hostile-text.ts';

afterEach(() => setWidthModel({}));

test('answers of a terminal are read, in whatever order its ground comes', () => {
  const places = '\u001b[24;4R\u001b[24;3R\u001b[24;8R';
  expect(readAnswers(`${places}\u001b]11;rgb:ffff/ffff/dddd\u0007\u001b[?62;c`)).toEqual({
    utf8: true,
    ambiguous: 1,
    clusters: false,
    background: 'light',
  });
  expect(readAnswers('\u001b[1;4R\u001b[1;4R\u001b[1;4R\u001b]11;rgb:00/2b/36\u001b\\')).toEqual({
    utf8: true,
    ambiguous: 2,
    clusters: true,
    background: 'dark',
  });
  expect(readAnswers('\u001b[1;6R').utf8).toBe(false);
  expect(readAnswers('')).toEqual({});
});

test('what is ambiguous takes what the terminal gives it', () => {
  expect(widthOf('“…”')).toBe(3);
  setWidthModel({ ambiguous: 2 });
  expect(widthOf('“…”')).toBe(6);
  expect(widthOf('路灯a')).toBe(5);
  setWidthModel({ clusters: false });
  expect(widthOf('👨‍👩‍👧')).toBe(6);
  expect(widthOf('❤️')).toBe(1);
});

test('Ink counts what is painted as the terminal does, whichever it is', () => {
  const models = fc.record({ ambiguous: fc.constantFrom(1 as const, 2 as const), clusters: fc.boolean() });
  const texts = fc.oneof(
    fc.constantFrom(...LEGITIMATE.filter((text) => !/\p{Mc}/u.test(text))),
    fc.constantFrom('α②→', '“路灯”', '1️⃣', '👩🏽‍⚕️'),
  );
  fc.assert(
    fc.property(models, texts, (model, text) => {
      setWidthModel(model);
      expect(stringWidth(countedAlike(text))).toBe(widthOf(text));
    }),
  );
});

test('nobody else can write the character that stands for a column', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      setWidthModel({});
      expect(countedAlike(safeText(text + FILLER))).not.toContain(FILLER);
    }),
  );
});
