import type { UnitRef } from '@district/contract/types.ts';
import { commandMessages } from '../i18n/messages/command.ts';
import { LANGUAGES, type Language, translate } from '../i18n/translate.ts';
import { CATALOGUE } from './catalogue.gen.ts';
import { DEFAULT_VERBS, NOUNS } from './catalogue.ts';
import type { Choice } from './choice.ts';
import { isNoun, readCommandLine } from './command-line.ts';
import { completeFilter, type FilterNames, isPartOf } from './complete-filter.ts';
import { CONFIRM_FLAG, changesPlatform } from './guard.ts';
import type { AnyOperation, Completable } from './operation.ts';

/** What is known at the moment besides the definitions. */
export interface CompletionWorld {
  language: Language;
  contexts: readonly string[];
  views: readonly string[];
  /** Numbers of the requests at hand. */
  numbers: readonly string[];
  names: FilterNames;
}

interface Place {
  choices?: readonly string[];
  completes?: Completable;
}

const GLOBAL_FLAGS = [
  'context',
  'json',
  'jq',
  'ndjson',
  'csv',
  'bom',
  'lang',
  'no-color',
  'no-pager',
] as const;
const GLOBAL_SUMMARIES = { 'no-color': 'noColor', 'no-pager': 'noPager' } as const;
const GLOBAL_VALUES: Readonly<Record<string, Place>> = {
  context: { completes: 'context' },
  'confirm-context': { completes: 'context' },
  lang: { choices: LANGUAGES },
};

/**
 * What may stand in place of `last` after `words`, the words of a line without `district`. Nouns and verbs come from the catalogue; only
 * flags and values load the one command they belong to.
 */
export async function completions(
  words: readonly string[],
  last: string,
  world: CompletionWorld,
): Promise<Choice[]> {
  const line = readCommandLine(words);
  const [noun, given] = line.words;
  const isPast = last.startsWith('-') || line.rest.length > 0;
  const verb = given ?? (noun !== undefined && isPast ? DEFAULT_VERBS[noun] : undefined);
  const id = noun !== undefined && isNoun(noun) ? (verb === undefined ? undefined : `${noun}.${verb}`) : noun;
  const entry = CATALOGUE.find((known) => known.id === id);
  if (!entry)
    return starting(last, last.startsWith('-') ? globalFlags(world.language) : names(noun, world.language));
  const operation = await entry.load();
  const asked = askedBy(operation, words.at(-1)) ?? askedInline(operation, last);
  if (asked) return values(asked.place, last.slice(asked.before.length), world, asked.before);
  if (last.startsWith('-')) {
    const flags = (operation.options ?? []).map(({ name, summary }) => ({
      word: `--${name}`,
      summary: summary[world.language],
    }));
    if (changesPlatform(operation)) {
      const summary = translate(commandMessages, world.language, 'confirmContext');
      flags.push({ word: CONFIRM_FLAG, summary });
    }
    return starting(last, [...flags, ...globalFlags(world.language)]);
  }
  const place = argumentAt(operation, line.rest);
  return place ? values(place, last, world, '') : [];
}

function names(noun: string | undefined, language: Language): Choice[] {
  if (noun === undefined)
    return Object.entries(NOUNS).map(([word, summary]) => ({ word, summary: summary[language] }));
  return CATALOGUE.flatMap(({ id, summary }) =>
    id.startsWith(`${noun}.`) ? [{ word: id.slice(noun.length + 1), summary: summary[language] }] : [],
  );
}

function globalFlags(language: Language): Choice[] {
  const flags = GLOBAL_FLAGS.map((name) => {
    const key = name in GLOBAL_SUMMARIES ? GLOBAL_SUMMARIES[name as keyof typeof GLOBAL_SUMMARIES] : name;
    return { word: `--${name}`, summary: translate(commandMessages, language, key as 'json') };
  });
  return [...flags, { word: '--help', summary: translate(commandMessages, language, 'help') }];
}

/** The value that the flag before waits for. */
function askedBy(operation: AnyOperation, flag: string | undefined) {
  if (!flag?.startsWith('--') || flag.includes('=')) return undefined;
  const name = flag.slice(2);
  const option = operation.options?.find((known) => known.name === name && known.value !== undefined);
  const place = option ?? GLOBAL_VALUES[name];
  return place && { place, before: '' };
}

/** `--sort=du`: flag and value in one word. */
function askedInline(operation: AnyOperation, last: string) {
  const [flag] = /^--[a-z-]+(?==)/.exec(last) ?? [];
  const asked = askedBy(operation, flag);
  return asked && { ...asked, before: `${flag}=` };
}

/** The argument whose turn it is, by how many stand there already. */
function argumentAt(operation: AnyOperation, rest: readonly string[]): Place | undefined {
  const takesValue = (word: string | undefined) => askedBy(operation, word) !== undefined;
  const given = rest.filter((word, at) => !word.startsWith('-') && !takesValue(rest[at - 1])).length;
  const all = operation.arguments ?? [];
  return all[given] ?? (all.at(-1)?.variadic ? all.at(-1) : undefined);
}

function values(place: Place, typed: string, world: CompletionWorld, before: string): Choice[] {
  const found = place.choices ? plain(place.choices) : known(place.completes, typed, world);
  const matching =
    place.completes === 'filter' || place.completes === 'unit' ? found : starting(typed, found);
  return matching.map(({ word, summary }) => ({ word: before + word, summary }));
}

function known(completes: Completable | undefined, typed: string, world: CompletionWorld): Choice[] {
  switch (completes) {
    case 'context':
      return plain(world.contexts);
    case 'view':
      return plain(world.views);
    case 'request':
      return plain(world.numbers);
    case 'unit':
      return matchingUnits(typed, world.names.units);
    case 'filter':
      return completeFilter(typed, world.names, world.language);
    default:
      return [];
  }
}

/** Units by how the contract writes them, or by a part of their name. */
function matchingUnits(typed: string, units: readonly UnitRef[]): Choice[] {
  const words = units.map(({ kind, id, name }) => ({ word: `${kind}:${id}`, summary: name }));
  return words.filter(({ word, summary }) => word.startsWith(typed) || isPartOf(typed, summary));
}

function plain(words: readonly string[]): Choice[] {
  return words.map((word) => ({ word, summary: '' }));
}

function starting(start: string, all: readonly Choice[]): Choice[] {
  return all.filter(({ word }) => word.startsWith(start));
}
