import { nearest } from '@district/contract/filter/nearest.ts';
import { EXIT } from './exit-code.ts';
import { type Bilingual, ExpectedFailure } from './operation.ts';

/** What was typed cannot be run; the hint says what can. */
export function usageFailure(message: Bilingual, hint?: Bilingual): ExpectedFailure {
  return new ExpectedFailure({ kind: 'usage', message, ...(hint && { hint }), exit: EXIT.usage });
}

/** A word that is none of `known`, with the nearest one that is. */
export function unknownWord(what: Bilingual, word: string, known: readonly string[]): ExpectedFailure {
  const suggestion = nearest(word, known);
  const list = known.join(', ');
  return usageFailure(
    { en: `Unknown ${what.en} ${JSON.stringify(word)}.`, zh: `没有这个${what.zh}:${JSON.stringify(word)}。` },
    suggestion === undefined
      ? { en: `Known: ${list}.`, zh: `可用的有:${list}。` }
      : { en: `Did you mean ${suggestion}?`, zh: `是否想用 ${suggestion}?` },
  );
}

/** Characters shown of a word that is wrong: enough to recognise it by; a whole file may come in by --stdin. */
const SHOWN_MAX = 60;

/** A word of the command line or of standard input, as a failure repeats it. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);
}
