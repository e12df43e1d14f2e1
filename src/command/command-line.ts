import { CATALOGUE } from './catalogue.gen.ts';
import { DEFAULT_VERBS } from './catalogue.ts';

/** What is read off a command line before any operation is known. */
export interface CommandLine {
  /** Words that are neither options nor their values: noun, verb, arguments. */
  words: string[];
  /** The line without noun and verb, with `--json` and its like made unambiguous. */
  rest: string[];
  context?: string;
  lang?: string;
  help: boolean;
}

const WITH_VALUE = new Set(['--context', '--lang']);
/** Flags that may be followed by names of fields. */
const WITH_FIELDS = new Set(['--json', '--ndjson', '--csv']);
/** `--json no,title` names fields; `--json GL261112-0042` does not: field names are camel case. */
const FIELD_LIST = /^[a-z][A-Za-z]*(\.[A-Za-z]+)*(,[a-z][A-Za-z]*(\.[A-Za-z]+)*)*$/;

/**
 * Finds noun, verb and the options that hold for every command. After a noun that has a verb of its own in mind, a word behind an option
 * is the option's value: in `progress --by street` nothing is called street.
 */
export function readCommandLine(
  argv: readonly string[],
  hasVerbs: (word: string) => boolean = isNoun,
  hasDefaultVerb: (noun: string) => boolean = (noun) => Object.hasOwn(DEFAULT_VERBS, noun),
): CommandLine {
  const line: CommandLine = { words: [], rest: [], help: false };
  let isVerbPast = false;
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const next = argv[at + 1];
    if (word === '--') {
      line.rest.push(...argv.slice(at));
      break;
    }
    const [flag = '', inline] = splitFlag(word);
    if (WITH_VALUE.has(flag)) {
      const value = inline ?? next;
      if (value !== undefined) line[flag === '--lang' ? 'lang' : 'context'] = value;
      line.rest.push(word);
      if (inline === undefined && next !== undefined) {
        line.rest.push(next);
        at += 1;
      }
    } else if (WITH_FIELDS.has(word)) {
      const hasFields = next !== undefined && FIELD_LIST.test(next) && line.words.length > 0;
      line.rest.push(`${word}=${hasFields ? next : ''}`);
      if (hasFields) at += 1;
    } else if (!word.startsWith('-') && !isVerbPast && line.words.length < wordsOf(line.words, hasVerbs)) {
      line.words.push(word);
    } else {
      isVerbPast ||= hasDefaultVerb(line.words[0] ?? '');
      if (word === '--help' || word === '-h') line.help = true;
      line.rest.push(word);
    }
  }
  return line;
}

/** A noun has a verb after it; a command of one word has none. */
function wordsOf(words: readonly string[], hasVerbs: (word: string) => boolean): number {
  const [first] = words;
  return first === undefined || hasVerbs(first) ? 2 : 1;
}

function splitFlag(word: string): [string, string | undefined] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

/** Whether verbs stand behind it. */
export function isNoun(word: string): boolean {
  return CATALOGUE.some(({ id }) => id.startsWith(`${word}.`));
}
