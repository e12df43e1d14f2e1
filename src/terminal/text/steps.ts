import { graphemesOf } from '../graphemes.ts';

/** Places in a text a cursor goes to from where it is; each counts in UTF-16 units from the beginning. */
type Step = (whole: string, at: number) => number;

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Units looked at around the cursor: the longest word, several times over. What a text of ten thousand characters holds elsewhere cannot matter. */
const LOOKED_AT = 256;
/** Never joined to what stands before them. */
const SEPARATE = /[\n -~\u4e00-\u9fff]/;

/** A place near `at` from which characters can be told apart without what stands before it. */
function safeStart(whole: string, at: number): number {
  let start = Math.max(0, at - LOOKED_AT);
  while (start > 0 && !SEPARATE.test(whole[start] ?? '')) start -= 1;
  return start;
}

export const characterLeft: Step = (whole, at) =>
  at - (graphemesOf(whole.slice(safeStart(whole, at), at)).at(-1)?.length ?? 0);

export const characterRight: Step = (whole, at) =>
  at + (graphemesOf(whole.slice(at, at + LOOKED_AT))[0]?.length ?? 0);

/** The nearest place at or after `at` that is in no character's middle. */
export const outOfCharacter: Step = (whole, at) => {
  let edge = safeStart(whole, at);
  for (const grapheme of graphemesOf(whole.slice(edge, at + LOOKED_AT))) {
    if (edge >= at) break;
    edge += grapheme.length;
  }
  return edge;
};

/** The beginning of the word left of the cursor; Chinese words as a dictionary has them. */
export const wordLeft: Step = (whole, at) => {
  const from = Math.max(lineStart(whole, at), at - LOOKED_AT);
  const found = segmentsOf(whole, from, at).findLast(({ isWord }) => isWord);
  if (found) return found.at;
  return at === from && from > 0 ? wordLeft(whole, from - 1) : from;
};

/** The end of the word right of the cursor. */
export const wordRight: Step = (whole, at) => {
  const to = Math.min(lineEnd(whole, at), at + LOOKED_AT);
  const found = segmentsOf(whole, at, to).find(({ isWord }) => isWord);
  if (found) return found.at + found.length;
  return at === to && to < whole.length ? wordRight(whole, to + 1) : to;
};

function segmentsOf(whole: string, from: number, to: number) {
  return Array.from(words.segment(whole.slice(from, to)), ({ segment, index, isWordLike }) => ({
    at: from + index,
    length: segment.length,
    isWord: isWordLike === true,
  }));
}

export const lineStart: Step = (whole, at) => (at === 0 ? 0 : whole.lastIndexOf('\n', at - 1) + 1);

export const lineEnd: Step = (whole, at) => {
  const end = whole.indexOf('\n', at);
  return end < 0 ? whole.length : end;
};

/** As shells do, back over blanks and then to the blank before; in Chinese, which has none, by words. */
export const blankLeft: Step = (whole, at) => {
  const before = whole.slice(lineStart(whole, at), at);
  if (before === '') return Math.max(0, at - 1);
  const start = wordLeft(whole, at);
  const blank = at - (/\S*\s*$/u.exec(before)?.[0].length ?? 0);
  return /\p{Script=Han}/u.test(whole.slice(blank, at)) ? Math.max(blank, start) : blank;
};
