import { FILTER_KEYS, parseFilter } from '@district/contract/filter/parse.ts';
import { IS_VALUES, NAMED_DAYS } from '@district/contract/filter/terms.ts';
import { regionPrefix } from '@district/contract/region-code.ts';
import type { UnitRef } from '@district/contract/types.ts';
import {
  APPROVAL_KINDS,
  LIGHTS,
  RATINGS,
  REQUEST_SOURCES,
  REQUEST_STATES,
  SERVICE_CATEGORIES,
} from '@district/contract/vocabulary.ts';
import { isText, keyText } from '../i18n/filter-words.ts';
import type { Language } from '../i18n/translate.ts';
import {
  approvalKindText,
  categoryText,
  lightText,
  ratingText,
  sourceText,
  stateText,
} from '../i18n/words.ts';
import type { Choice } from './choice.ts';

/** Units, regions and service items that a filter can name, as far as they are known here. */
export interface FilterNames {
  units: readonly UnitRef[];
  /** Codes and names; `kind` is the level. */
  regions: readonly { kind: string; id: string; name: string }[];
  items: readonly { id: string; nameZh: string; nameEn: string }[];
}

type Say = (word: string, language: Language) => string;

const NONE = 'none';
const nothing: Say = () => '';
const DAYS = ['', '<', '<=', '>', '>='].flatMap((sign) => NAMED_DAYS.map((day) => sign + day));
const AGES = ['>1d', '>3d', '>7d', '>4w', '<1d', '<8h'];
const COUNTS = ['>=1', '>=2', '>=3', '0'];

const VALUES: Readonly<Record<string, readonly [words: readonly string[], say: Say]>> = {
  is: [IS_VALUES, isText],
  state: [REQUEST_STATES, stateText],
  light: [[...LIGHTS, NONE], lightText],
  category: [SERVICE_CATEGORIES, categoryText],
  source: [REQUEST_SOURCES, sourceText],
  approval: [[...APPROVAL_KINDS, NONE], approvalKindText],
  rating: [[...RATINGS, NONE], ratingText],
  age: [AGES, nothing],
  idle: [AGES, nothing],
  due: [DAYS, nothing],
  statutory: [DAYS, nothing],
  submitted: [DAYS, nothing],
  acted: [DAYS, nothing],
  returns: [COUNTS, nothing],
  reminders: [COUNTS, nothing],
  round: [COUNTS, nothing],
};
const UNIT_KEYS: readonly string[] = ['to', 'assistant', 'unit'];
/** The levels that a key of a region is about; `region` is about all of them. */
const REGION_LEVELS: Readonly<Record<string, readonly string[]>> = {
  region: [],
  district: ['district'],
  street: ['street', 'town', 'township', 'zone'],
  community: ['community', 'village'],
};

/**
 * Filters that what was typed could become: its last word completed, as a key, as a value, or as a unit, region or item by a part of its
 * name. A word before it that cannot be read is put right first, as the parser proposes; the last one where it is no beginning of anything.
 */
export function completeFilter(filter: string, names: FilterNames, language: Language): Choice[] {
  const [, before = '', word = ''] = /^((?:.*\s)?-?)(\S*)$/su.exec(filter) ?? [];
  const corrected = correctFilter(filter);
  if (corrected !== undefined && corrected.at < filter.length - word.length) return [corrected.completion];
  const found = completeWord(word, names, language);
  if (found.length > 0) return found.map(({ word: whole, summary }) => ({ word: before + whole, summary }));
  return corrected === undefined ? [] : [corrected.completion];
}

function completeWord(word: string, names: FilterNames, language: Language): Choice[] {
  const colon = word.indexOf(':');
  if (colon < 0) {
    const keys = FILTER_KEYS.filter((key) => key.startsWith(word) || isPartOf(word, keyText(key, language)));
    return keys.map((key) => ({ word: `${key}:`, summary: keyText(key, language) }));
  }
  const key = word.slice(0, colon);
  // Several values stand after one another: the last is being typed.
  const comma = word.lastIndexOf(',');
  const kept = word.slice(0, Math.max(colon, comma) + 1);
  const typed = word.slice(kept.length);
  const found = valuesOf(key, names, language).filter(
    ({ word: value, summary }) => value.startsWith(typed) || isPartOf(typed, summary),
  );
  if (found.length === 1 && found[0]?.word === typed) return [];
  return found.map(({ word: value, summary }) => ({ word: kept + value, summary }));
}

/** The values a key can have, as far as they are known here. */
export function valuesOf(key: string, { units, regions, items }: FilterNames, language: Language): Choice[] {
  if (UNIT_KEYS.includes(key)) {
    const words = units.map(({ kind, id, name }) => ({ word: `${kind}:${id}`, summary: name }));
    return [...words, { word: NONE, summary: '' }];
  }
  const levels = Object.hasOwn(REGION_LEVELS, key) ? REGION_LEVELS[key] : undefined;
  if (levels) {
    const meant = regions.filter(({ kind }) => levels.length === 0 || levels.includes(kind));
    const found = meant.map(({ id, name }) => ({ word: regionPrefix(id) ?? id, summary: name }));
    return key === 'community' ? [...found, { word: NONE, summary: '' }] : found;
  }
  if (key === 'item') {
    return items.map(({ id, nameZh, nameEn }) => ({
      word: id,
      summary: language === 'zh' ? nameZh : nameEn,
    }));
  }
  const [words, say] = Object.hasOwn(VALUES, key) ? (VALUES[key] ?? []) : [];
  if (!words || !say) return [];
  return words.map((value) => ({ word: value, summary: value === NONE ? '' : say(value, language) }));
}

function correctFilter(filter: string): { at: number; completion: Choice } | undefined {
  const parsed = parseFilter(filter);
  if (parsed.ok || parsed.error.suggestion === undefined) return undefined;
  const { at, length, suggestion, word, code } = parsed.error;
  const key = /^-?[a-zA-Z-]+:/.exec(word)?.[0] ?? '';
  const whole = code === 'unknown_value' ? key + suggestion : suggestion;
  const rest = code === 'unknown_key' ? word.slice(key.length) : '';
  const corrected = filter.slice(0, at) + whole + rest + filter.slice(at + length);
  return { at, completion: { word: corrected, summary: '' } };
}

/** A Chinese name is known by any part of it; a Latin word by its beginning. */
export function isPartOf(typed: string, name: string): boolean {
  if (typed === '') return false;
  return /^[ -~]*$/.test(typed) ? name.startsWith(typed) : name.includes(typed);
}
