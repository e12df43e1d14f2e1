/** The filter language: one string for the console, the command line and `?q=`. */
import { parseUnit } from '../assignee.ts';
import { FILTER_LENGTH_MAX, FILTER_TERMS_MAX } from '../limits.ts';
import { regionPrefix } from '../region-code.ts';
import {
  APPROVAL_KINDS,
  LIGHTS,
  RATINGS,
  REQUEST_SOURCES,
  REQUEST_STATES,
  SERVICE_CATEGORIES,
} from '../vocabulary.ts';
import { nearest } from './nearest.ts';
import {
  type Comparison,
  type FilterCount,
  type FilterDate,
  type FilterError,
  type FilterResult,
  type FilterTest,
  IS_VALUES,
  NAMED_DAYS,
} from './terms.ts';
import { type FilterWord, NUMBER_BEGUN, splitFilter } from './words.ts';

type Failure = Pick<FilterError, 'code' | 'suggestion'>;
type Reading = { test: FilterTest } | { failure: Failure };
type Reader = (values: readonly string[]) => Reading;

/** Said of a column that holds nothing: nobody leads it, nobody has rated it. */
const NONE = 'none';

const READERS: Record<string, Reader> = {
  is: oneOf('is', IS_VALUES),
  state: oneOf('state', REQUEST_STATES),
  light: oneOf('light', [...LIGHTS, NONE]),
  category: oneOf('category', SERVICE_CATEGORIES),
  source: oneOf('source', REQUEST_SOURCES),
  approval: oneOf('approval', [...APPROVAL_KINDS, NONE]),
  rating: oneOf('rating', [...RATINGS, NONE]),
  region: readRegion,
  district: readRegion,
  street: readRegion,
  community: readRegion,
  to: (values) => readUnits('to', values),
  assistant: (values) => readUnits('assistant', values),
  unit: (values) => readUnits('unit', values),
  item: (values) => ({ test: { key: 'item', values: [...values] } }),
  no: numbersRead,
  external: (values) => ({ test: { key: 'external', values: [...values] } }),
  age: (values) => readAge('age', single(values)),
  idle: (values) => readAge('idle', single(values)),
  due: (values) => readDate('due', single(values)),
  statutory: (values) => readDate('statutory', single(values)),
  submitted: (values) => readDate('submitted', single(values)),
  acted: (values) => readDate('acted', single(values)),
  returns: (values) => readCount('returns', single(values)),
  reminders: (values) => readCount('reminders', single(values)),
  round: (values) => readCount('round', single(values)),
};

/** Keys that may stand before a colon, for completion and suggestions. */
export const FILTER_KEYS: readonly string[] = Object.keys(READERS);

/** Parses a filter; the first word that cannot be read is reported with its place and the nearest right word. */
export function parseFilter(filter: string): FilterResult {
  if (filter.length > FILTER_LENGTH_MAX) return failed({ code: 'too_long' }, FILTER_LENGTH_MAX, 0, '');
  const words = splitFilter(filter);
  if ('unclosedAt' in words) return failed({ code: 'unclosed_quote' }, words.unclosedAt, 1, '"');
  const extra = words[FILTER_TERMS_MAX];
  if (extra)
    return failed(
      { code: 'too_many_terms' },
      extra.at,
      extra.length,
      filter.slice(extra.at, extra.at + extra.length),
    );
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
  if (word.key === undefined)
    return !word.quoted && word.values.every((value) => NUMBER_BEGUN.test(value))
      ? numbersRead(word.values)
      : { test: { key: 'text', values: word.values } };
  const reader = Object.hasOwn(READERS, word.key) ? READERS[word.key] : undefined;
  if (!reader) return { failure: withSuggestion('unknown_key', nearest(word.key, FILTER_KEYS), ':') };
  if (word.values.includes('')) return { failure: { code: 'empty_value' } };
  return reader(word.values);
}

/** Comparisons have no alternatives: a comma in one is refused with the value it stands in. */
function single(values: readonly string[]): string {
  return values.join(',');
}

function withSuggestion(code: FilterError['code'], suggestion: string | undefined, suffix = ''): Failure {
  return suggestion === undefined ? { code } : { code, suggestion: suggestion + suffix };
}

function oneOf<K extends FilterTest['key'], V extends string>(key: K, known: readonly V[]): Reader {
  return (words) => {
    const values: V[] = [];
    for (const word of words) {
      const match = known.find((candidate) => candidate === word);
      if (match === undefined)
        return { failure: withSuggestion('unknown_value', nearest(word, known) ?? known[0]) };
      values.push(match);
    }
    return { test: { key, values } as unknown as FilterTest };
  };
}

function numbersRead(values: readonly string[]): Reading {
  return { test: { key: 'no', values: values.map((value) => value.toUpperCase()) } };
}

function readRegion(values: readonly string[]): Reading {
  const prefixes = values.map((value) => (value === NONE ? NONE : regionPrefix(value)));
  if (prefixes.some((prefix) => prefix === undefined)) return { failure: { code: 'bad_region' } };
  return { test: { key: 'region', values: prefixes as string[] } };
}

function readUnits(key: 'to' | 'assistant' | 'unit', values: readonly string[]): Reading {
  const units = values.map((text) => (text === NONE ? NONE : parseUnit(text)));
  if (units.some((unit) => unit === undefined))
    return { failure: withSuggestion('bad_unit', 'agency:civil_affairs') };
  return { test: { key, values: units as Exclude<(typeof units)[number], undefined>[] } };
}

function splitComparison(value: string): { comparison: Comparison; rest: string } {
  const match = /^(<=|>=|<|>|=)?(.*)$/su.exec(value);
  return { comparison: (match?.[1] ?? '=') as Comparison, rest: match?.[2] ?? '' };
}

const HOURS_PER: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168 };

function readAge(key: 'age' | 'idle', value: string): Reading {
  const { comparison, rest } = splitComparison(value);
  const match = /^(\d{1,4})([hdw])$/.exec(rest);
  if (!match) return { failure: withSuggestion('bad_age', `${key}:>3d`) };
  return { test: { key, comparison, hours: Number(match[1]) * (HOURS_PER[match[2] ?? 'd'] ?? 24) } };
}

function readDate(key: FilterDate, value: string): Reading {
  const { comparison, rest } = splitComparison(value);
  const named = NAMED_DAYS.find((day) => day === rest);
  if (named) return { test: { key, comparison, date: named } };
  const date = /^\d{4}-\d{2}-\d{2}$/.test(rest) ? new Date(`${rest}T00:00:00Z`) : undefined;
  const real = date !== undefined && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(rest);
  return real
    ? { test: { key, comparison, date: rest } }
    : { failure: withSuggestion('bad_date', `${key}:<2026-10-08`) };
}

function readCount(key: FilterCount, value: string): Reading {
  const { comparison, rest } = splitComparison(value);
  if (!/^\d{1,4}$/.test(rest)) return { failure: withSuggestion('bad_number', `${key}:>=2`) };
  return { test: { key, comparison, count: Number(rest) } };
}
