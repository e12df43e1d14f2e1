import { FILTER_KEYS, parseFilter } from '@district/contract/filter/parse.ts';
import { IS_VALUES } from '@district/contract/filter/terms.ts';
import { LIGHTS, REQUEST_STATES } from '@district/contract/vocabulary.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  is: IS_VALUES,
  state: REQUEST_STATES,
  light: LIGHTS,
};

/** The filter with its last word completed, or with the word that cannot be read put right where the parser knows how. */
export function completeFilter(filter: string): string {
  const last = /(?<before>^|.*\s)(?<minus>-?)(?<word>\S*)$/su.exec(filter)?.groups;
  const word = last?.['word'] ?? '';
  const completed = completeWord(word);
  if (completed !== undefined) return filter.slice(0, filter.length - word.length) + completed;
  const parsed = parseFilter(filter);
  if (parsed.ok || parsed.error.suggestion === undefined) return filter;
  const { at, length, suggestion, word: wrong } = parsed.error;
  const key = /^-?[a-zA-Z-]+:/.exec(wrong)?.[0] ?? '';
  const whole = parsed.error.code === 'unknown_value' ? key + suggestion : suggestion;
  const rest = parsed.error.code === 'unknown_key' ? wrong.slice(key.length) : '';
  return filter.slice(0, at) + whole + rest + filter.slice(at + length);
}

function completeWord(word: string): string | undefined {
  if (word === '') return undefined;
  const [key = '', value] = word.split(':', 2);
  if (value === undefined) return only(FILTER_KEYS, key, (known) => `${known}:`);
  return only(VALUES[key] ?? [], value, (known) => `${key}:${known}`);
}

function only(known: readonly string[], start: string, whole: (word: string) => string): string | undefined {
  const matching = known.filter((candidate) => candidate.startsWith(start));
  const [first] = matching;
  return matching.length === 1 && first !== undefined && first !== start ? whole(first) : undefined;
}
