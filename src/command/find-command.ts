import { CATALOGUE } from './catalogue.gen.ts';
import { type CatalogueEntry, DEFAULT_VERBS, NOUNS } from './catalogue.ts';
import type { CommandLine } from './command-line.ts';
import { unknownWord } from './usage-failure.ts';

/** The command a line names, or undefined for a noun that says nothing by itself. Throws a usage failure with the nearest right word. */
export function findCommand(noun: string, line: CommandLine): CatalogueEntry | undefined {
  if (!Object.hasOwn(NOUNS, noun)) throw unknownWord({ en: 'command', zh: '命令' }, noun, Object.keys(NOUNS));
  const verb = line.words[1] ?? (line.help ? undefined : DEFAULT_VERBS[noun]);
  const entry = CATALOGUE.find(({ id }) => id === (verb === undefined ? noun : `${noun}.${verb}`));
  if (entry === undefined && verb !== undefined)
    throw unknownWord({ en: 'command', zh: '命令' }, verb, verbsOf(noun));
  return entry;
}

function verbsOf(noun: string): string[] {
  return CATALOGUE.flatMap(({ id }) => (id.startsWith(`${noun}.`) ? [id.slice(noun.length + 1)] : []));
}
