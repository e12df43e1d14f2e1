import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineWords, splitLine } from '../../src/command/split-line.ts';
import { shellQuote } from '../../src/command/twin.ts';

test('the word being typed stands apart, with the quote it is in', () => {
  expect(splitLine('requests list --q ')).toEqual({
    words: ['requests', 'list', '--q'],
    last: '',
    lastAt: 18,
    quote: '',
  });
  expect(splitLine("list --q 'is:open st")).toEqual({
    words: ['list', '--q'],
    last: 'is:open st',
    lastAt: 9,
    quote: "'",
  });
});

test('quotes and backslashes are read as a POSIX shell reads them', () => {
  expect(lineWords(String.raw`a\ b "c \"d\" \n" 'e\'f "" x`)).toEqual([
    'a b',
    String.raw`c "d" \n`,
    String.raw`e\f`,
    '',
    'x',
  ]);
});

test('what is quoted for a shell is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))), (words) => {
      expect(lineWords(words.map(shellQuote).join(' '))).toEqual(words);
    }),
  );
});
