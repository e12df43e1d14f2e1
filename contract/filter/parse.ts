/** The filter language: one string for the console, the command line and `?q=`. */
import { parseUnit } from '../assignee.ts';
import { FILTER_LENGTH_MAX, FILTER_TERMS_MAX } from '../limits.ts';
import { regionPrefix } from '../region-code.ts';
import {
  APPROVAL_KINDS,
  LIGHTS,
  REQUEST_SOURCES,
  REQUEST_STATES,
  SERVICE_CATEGORIES,
} from '../vocabulary.ts';
import { nearest } from './nearest.ts';
import { type Comparison, type FilterError, type FilterResult, type FilterTest, IS_VALUES } from './terms.ts';
import { type FilterWord, splitFilter } from './words.ts';

type Failure = Pick<FilterError, 'code' | 'suggestion'>;
type Reading = { test: FilterTest } | { failure: Failure };
type Reader = (value: string) => Reading;

const READERS: Record<string, Reader> = {
  is: oneOf('is', IS_VALUES),
  state: oneOf('state', REQUEST_STATES),
  light: oneOf('light', LIGHTS),
  category: oneOf('category', SERVICE_CATEGORIES),
  source: oneOf('source', REQUEST_SOURCES),
  approval: oneOf('approval', APPROVAL_KINDS),
  region: readRegion,
  district: readRegion,
  street: readRegion,
  community: readRegion,
  to: readUnits,
  item: (value) => ({ test: { key: 'item', values: value.split(',') } }),
  no: (value) => ({ test: { key: 'no', values: value.toUpperCase().split(',') } }),
  age: readAge,
  due: (value) => readDate('due', value),
  submitted: (value) => readDate('submitted', value),
  returns: (value) => readCount('returns', value),
  round: (value) => readCount('round', value),
};

/** Keys that may stand before a colon, for completion and suggestions. */
export const FILTER_KEYS: readonly string[] = Object.keys(READERS);

/** Parses a filter; the first word that cannot be read is reported with its place and the nearest right word. */
export function parseFilter(filter: string): FilterResult {
  if (filter.length > FILTER_LENGTH_MAX) return failed({ code: 'too_long' }, FILTER_LENGTH_MAX, 0, '');
  const words = splitFilter(filter);
  if ('unclosedAt' in words) return failed({ code: 'unclosed_quote' }, words.unclosedAt, 1, '"');
  const extra = words[FILTER_TERMS_MAX];
  if (extra) return failed({ code: 'too_many_terms' }, extra.at, extra.length, extra.value);
  const terms = [];
  for (const word of words) {
    const reading = readTerm(word);
    if ('failure' in reading) {
      return failed(reading.failure, word.at, word.length, filter.slice(word.at, word.at + word.length));
    }
    terms.push({ ...reading.test, negated: word.negated });
  }
  return { ok: true, terms };
}

function failed(failure: Failure, at: number, length: number, word: string): FilterResult {
  return { ok: false, error: { ...failure, at, length, word } };
}

function readTerm(word: FilterWord): Reading {
  if (word.key === undefined) return { test: { key: 'text', text: word.value } };
  const reader = Object.hasOwn(READERS, word.key) ? READERS[word.key] : undefined;
  if (!reader) return { failure: withSuggestion('unknown_key', nearest(word.key, FILTER_KEYS), ':') };
  if (word.value === '') return { failure: { code: 'empty_value' } };
  return reader(word.value);
}

function withSuggestion(code: FilterError['code'], suggestion: string | undefined, suffix = ''): Failure {
  return suggestion === undefined ? { code } : { code, suggestion: suggestion + suffix };
}

function oneOf<K extends FilterTest['key'], V extends string>(key: K, known: readonly V[]): Reader {
  return (value) => {
    const values: V[] = [];
    for (const word of value.split(',')) {
      const match = known.find((candidate) => candidate === word);
      if (match === undefined)
        return { failure: withSuggestion('unknown_value', nearest(word, known) ?? known[0]) };
      values.push(match);
    }
    return { test: { key, values } as unknown as FilterTest };
  };
}

function readRegion(value: string): Reading {
  const prefixes = value.split(',').map(regionPrefix);
  if (prefixes.some((prefix) => prefix === undefined)) return { failure: { code: 'bad_region' } };
  return { test: { key: 'region', values: prefixes as string[] } };
}

function readUnits(value: string): Reading {
  const units = value.split(',').map((text) => (text === 'none' ? 'none' : parseUnit(text)));
  if (units.some((unit) => unit === undefined))
    return { failure: withSuggestion('bad_unit', 'agency:civil_affairs') };
  return { test: { key: 'to', values: units as Exclude<(typeof units)[number], undefined>[] } };
}

function splitComparison(value: string): { comparison: Comparison; rest: string } {
  const match = /^(<=|>=|<|>|=)?(.*)$/su.exec(value);
  return { comparison: (match?.[1] ?? '=') as Comparison, rest: match?.[2] ?? '' };
}

const HOURS_PER: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168 };

function readAge(value: string): Reading {
  const { comparison, rest } = splitComparison(value);
  const match = /^(\d{1,4})([hdw])$/.exec(rest);
  if (!match) return { failure: withSuggestion('bad_age', 'age:>3d') };
  return { test: { key: 'age', comparison, hours: Number(match[1]) * (HOURS_PER[match[2] ?? 'd'] ?? 24) } };
}

function readDate(key: 'due' | 'submitted', value: string): Reading {
  const { comparison, rest } = splitComparison(value);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(rest) ? new Date(`${rest}T00:00:00Z`) : undefined;
  const real = date !== undefined && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(rest);
  return real
    ? { test: { key, comparison, date: rest } }
    : { failure: withSuggestion('bad_date', `${key}:<2026-10-08`) };
}

function readCount(key: 'returns' | 'round', value: string): Reading {
  const { comparison, rest } = splitComparison(value);
  if (!/^\d{1,4}$/.test(rest)) return { failure: withSuggestion('bad_number', `${key}:>=2`) };
  return { test: { key, comparison, count: Number(rest) } };
}
