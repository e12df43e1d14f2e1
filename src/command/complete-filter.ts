import { FILTER_KEYS, parseFilter } from '@district/contract/filter/parse.ts';
import { IS_VALUES } from '@district/contract/filter/terms.ts';
import type { UnitRef } from '@district/contract/types.ts';
import {
  APPROVAL_KINDS,
  LIGHTS,
  REQUEST_SOURCES,
  REQUEST_STATES,
  SERVICE_CATEGORIES,
} from '@district/contract/vocabulary.ts';
import type { Language } from '../i18n/translate.ts';
import { approvalKindText, categoryText, lightText, sourceText, stateText } from '../i18n/words.ts';
import type { Choice } from './choice.ts';

type Say = (word: string, language: Language) => string;

const VALUES: Readonly<Record<string, readonly [words: readonly string[], say: Say]>> = {
  is: [IS_VALUES, () => ''],
  state: [REQUEST_STATES, stateText],
  light: [LIGHTS, lightText],
  category: [SERVICE_CATEGORIES, categoryText],
  source: [REQUEST_SOURCES, sourceText],
  approval: [APPROVAL_KINDS, approvalKindText],
};
const REGION_KEYS: readonly string[] = ['region', 'street'];

/**
 * Filters that what was typed could become: its last word completed, as a key, as a value, or as a unit or street by a part of its name.
 * A word before it that cannot be read is put right first, as the parser proposes; the last one where it is no beginning of anything.
 */
export function completeFilter(filter: string, units: readonly UnitRef[], language: Language): Choice[] {
  const [, before = '', word = ''] = /^((?:.*\s)?-?)(\S*)$/su.exec(filter) ?? [];
  const corrected = correctFilter(filter);
  if (corrected !== undefined && corrected.at < filter.length - word.length) return [corrected.completion];
  const found = completeWord(word, units, language);
  if (found.length > 0) return found.map(({ word: whole, summary }) => ({ word: before + whole, summary }));
  return corrected === undefined ? [] : [corrected.completion];
}

function completeWord(word: string, units: readonly UnitRef[], language: Language): Choice[] {
  const colon = word.indexOf(':');
  if (colon < 0) {
    const keys = FILTER_KEYS.filter((key) => key.startsWith(word));
    return keys.map((key) => ({ word: `${key}:`, summary: '' }));
  }
  const key = word.slice(0, colon);
  // Several values stand after one another: the last is being typed.
  const comma = word.lastIndexOf(',');
  const kept = word.slice(0, Math.max(colon, comma) + 1);
  const typed = word.slice(kept.length);
  const found = valuesOf(key, typed, units, language);
  if (found.length === 1 && found[0]?.word === typed) return [];
  return found.map(({ word: value, summary }) => ({ word: kept + value, summary }));
}

function valuesOf(key: string, typed: string, units: readonly UnitRef[], language: Language): Choice[] {
  const isMeant = (word: string, name: string) => word.startsWith(typed) || isPartOf(typed, name);
  if (key === 'to') {
    const words = units.map(({ kind, id, name }) => ({ word: `${kind}:${id}`, summary: name }));
    return [...words, { word: 'none', summary: '' }].filter((unit) => isMeant(unit.word, unit.summary));
  }
  if (REGION_KEYS.includes(key)) {
    const streets = units.filter(({ kind }) => kind === 'street');
    return streets
      .map(({ id, name }) => ({ word: id.replace(/000$/, ''), summary: name }))
      .filter((street) => isMeant(street.word, street.summary));
  }
  const [words, say] = Object.hasOwn(VALUES, key) ? (VALUES[key] ?? []) : [];
  if (!words || !say) return [];
  return words
    .map((value) => ({ word: value, summary: say(value, language) }))
    .filter(({ word, summary }) => isMeant(word, summary));
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
