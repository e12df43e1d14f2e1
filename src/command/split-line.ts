export interface SplitLine {
  /** The words before the one at the end, as a POSIX shell reads them, quotes taken off. */
  words: string[];
  /** The word at the end, still being typed; empty after a blank. */
  last: string;
  /** Where it begins in the line. */
  lastAt: number;
  /** The quote it stands in and does not leave. */
  quote: '"' | "'" | '';
}

/** Reads a line of words as a POSIX shell does, without what a shell would put in place of `$`, `*` or `~`. */
export function splitLine(line: string): SplitLine {
  const words: string[] = [];
  let word: string | undefined;
  let wordAt = 0;
  let quote: SplitLine['quote'] = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    const isBlank = quote === '' && /\s/.test(character);
    if (isBlank) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    if (word === undefined) wordAt = at;
    word ??= '';
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (quote !== '' && character === quote) quote = '';
    else if (character === '\\' && isEscape(quote, line[at + 1])) {
      at += 1;
      word += line[at] ?? '';
    } else word += character;
  }
  return { words, last: word ?? '', lastAt: word === undefined ? line.length : wordAt, quote };
}

/** All words of a whole line. */
export function lineWords(line: string): string[] {
  const { words, last, lastAt } = splitLine(line);
  return lastAt < line.length ? [...words, last] : words;
}

/** Inside double quotes a backslash stands for itself, but for these. */
function isEscape(quote: SplitLine['quote'], next: string | undefined): boolean {
  if (quote === "'" || next === undefined) return false;
  return quote === '' || '"\\$`'.includes(next);
}
