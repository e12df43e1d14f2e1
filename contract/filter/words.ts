export interface FilterWord {
  negated: boolean;
  /** Undefined for a bare word, which is looked for in the text. */
  key: string | undefined;
  /** Alternatives, without their quotes; never none. */
  values: string[];
  /** Something in it stood in quotes. */
  quoted: boolean;
  at: number;
  length: number;
}

/** A request's number, or one whose end was not heard over the phone: typed without quotes it is looked up rather than sought in texts. */
export const NUMBER_BEGUN = /^[A-Z]{2}\d{6}(?:-\d{0,4})?$/i;

const WORD = /(?:"[^"]*"|[^\s"])+/gu;
const ALTERNATIVE = /(?:"[^"]*"|[^",])+/gu;

/**
 * Splits a filter into words. `-` before a word negates it, a comma stands between alternatives, `"…"` keeps spaces and makes colons,
 * commas, dashes and requests' numbers ordinary text. Returns the offset of an unclosed quote instead of words when there is one.
 */
export function splitFilter(filter: string): FilterWord[] | { unclosedAt: number } {
  if ((filter.split('"').length - 1) % 2 === 1) return { unclosedAt: filter.lastIndexOf('"') };
  return [...filter.matchAll(WORD)].map((match) => readWord(match[0], match.index));
}

function readWord(raw: string, at: number): FilterWord {
  const negated = raw.startsWith('-') && raw.length > 1;
  const word = negated ? raw.slice(1) : raw;
  const keyed = /^([a-zA-Z][a-zA-Z-]*):(.*)$/su.exec(word);
  const found = alternatives(keyed?.[2] ?? word, keyed !== null);
  return { negated, key: keyed?.[1], values: found, quoted: raw.includes('"'), at, length: raw.length };
}

/** A key's empty alternative is a mistake to be told; in text it is a comma too many. */
function alternatives(text: string, keyed: boolean): string[] {
  const found = [...text.matchAll(ALTERNATIVE)].map(([value]) => value.replaceAll('"', ''));
  const commas = text.replaceAll(/"[^"]*"/gu, '').split(',').length - 1;
  if (keyed) return found.length === commas + 1 ? found : [...found, ''];
  return found.length === 0 ? [text] : found;
}
