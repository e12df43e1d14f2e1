export interface FilterWord {
  negated: boolean;
  /** Undefined for a bare word, which is looked for in the text. */
  key: string | undefined;
  value: string;
  quoted: boolean;
  at: number;
  length: number;
}

const WORD = /\S*?"[^"]*"|\S+/gu;

/**
 * Splits a filter into words. `-` before a word negates it, `"…"` keeps spaces and makes colons ordinary text.
 * Returns the offset of an unclosed quote instead of words when there is one.
 */
export function splitFilter(filter: string): FilterWord[] | { unclosedAt: number } {
  if ((filter.split('"').length - 1) % 2 === 1) return { unclosedAt: filter.lastIndexOf('"') };
  return [...filter.matchAll(WORD)].map((match) => readWord(match[0], match.index));
}

function readWord(raw: string, at: number): FilterWord {
  const negated = raw.startsWith('-') && raw.length > 1;
  const word = negated ? raw.slice(1) : raw;
  const keyed = /^([a-zA-Z][a-zA-Z-]*):(.*)$/su.exec(word);
  const value = keyed?.[2] ?? word;
  const quoted = value.startsWith('"');
  return { negated, key: keyed?.[1], value: value.replaceAll('"', ''), quoted, at, length: raw.length };
}
