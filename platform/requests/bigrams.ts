/**
 * Chinese words are found by bigrams, written as ASCII lexemes by us, so that no text-search parser and no locale of the cluster has a say.
 * `路灯坏` → `w8def706f` `w706f574f` `x574f`: each place holds the pair that begins there; the last character stands alone.
 */

/** Lexemes of a text at most: a tsvector holds positions up to 16,383. */
const POSITIONS_MAX = 16_000;

function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).padStart(4, '0');
}

/** UTF-16 units that count: letters and digits of any script, folded to lower case. */
function units(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{Cs}]+/gu, ' ')
    .split('');
}

function lexemeAt(letters: readonly string[], index: number): string | undefined {
  const letter = letters[index];
  const following = letters[index + 1];
  if (letter === undefined || letter === ' ') return undefined;
  return following === undefined || following === ' '
    ? `x${hex(letter)}`
    : `w${hex(letter)}${hex(following)}`;
}

/** The text as a `tsvector` literal. */
export function wordsVector(...texts: (string | null)[]): string {
  const letters = units(texts.filter((text) => text !== null).join(' ')).slice(0, POSITIONS_MAX);
  const positions = new Map<string, number[]>();
  letters.forEach((_letter, index) => {
    const lexeme = lexemeAt(letters, index);
    if (lexeme === undefined) return;
    const known = positions.get(lexeme);
    if (known) known.push(index + 1);
    else positions.set(lexeme, [index + 1]);
  });
  return [...positions]
    .map(([lexeme, at]) => `${lexeme}:${at.slice(0, POSITIONS_PER_LEXEME_MAX).join(',')}`)
    .join(' ');
}

/** PostgreSQL keeps 255 places of a lexeme. */
const POSITIONS_PER_LEXEME_MAX = 255;

/** A phrase as a `tsquery` literal; undefined when it has nothing to look for. Spaces in it match any words in that order apart. */
export function wordsQuery(text: string): string | undefined {
  const runs = units(text)
    .join('')
    .split(' ')
    .filter((run) => run !== '');
  if (runs.length === 0) return undefined;
  return runs.map(runQuery).join(' & ');
}

function runQuery(run: string): string {
  const letters = run.split('');
  if (letters.length === 1) return `(x${hex(run)} | w${hex(run)}:*)`;
  const pairs = letters
    .slice(0, -1)
    .map((letter, index) => `w${hex(letter)}${hex(letters[index + 1] ?? '')}`);
  return `(${pairs.join(' <-> ')})`;
}
