import type { Choice } from '../../command/choice.ts';
import { completions } from '../../command/completion.ts';
import { splitLine } from '../../command/split-line.ts';
import { shellQuote } from '../../command/twin.ts';
import { paletteMessages } from '../../i18n/messages/console-palette.ts';
import { translate } from '../../i18n/translate.ts';
import { allViews } from '../../session/views.ts';
import type { Desk } from '../desk.ts';
import { loadedNames } from '../rows.ts';
import { requestsAtHand } from '../subjects.ts';

/** What the line before the cursor could become: each choice replaces all of it. */
export async function completeLine(desk: Desk, before: string): Promise<Choice[]> {
  const { words: typed, last, lastAt, quote } = splitLine(before);
  const words = typed[0] === 'district' ? typed.slice(1) : typed;
  const settings = desk.readSettings();
  const { language } = desk.store.getState();
  const views = allViews(settings).map(({ name }) => name);
  const found = await completions(words, last, {
    language,
    contexts: Object.keys(settings.contexts ?? {}),
    views,
    numbers: requestsAtHand(desk).map(({ no }) => no),
    names: loadedNames(desk),
  });
  const summary = translate(paletteMessages, language, 'viewSummary');
  if (words.length === 0 && 'view'.startsWith(last)) found.push({ word: 'view', summary });
  if (words.length === 1 && words[0] === 'view')
    found.push(...views.filter((name) => name.startsWith(last)).map((word) => ({ word, summary: '' })));
  const start = before.slice(0, lastAt);
  return found.map((choice) => ({ ...choice, word: start + typedWord(choice.word, quote) }));
}

/** A word as it is typed: with the quotes it needs, open where it goes on, and a blank behind it where it does not. */
function typedWord(word: string, quote: string): string {
  if (/[:=]$/.test(word)) return quote + word;
  return quote === '' ? `${shellQuote(word)} ` : quote + word;
}
