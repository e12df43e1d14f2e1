import { chooseLanguage } from '../i18n/language.ts';
import { safeText } from '../output/safe-text.ts';
import { openStreams } from '../output/streams.ts';
import { findPlaces } from '../session/places.ts';
import type { Settings } from '../session/setting-checks.ts';
import { readSettings } from '../session/settings.ts';
import { allViews } from '../session/views.ts';
import { completions } from './completion.ts';
import { splitLine } from './split-line.ts';
import { shellQuote } from './twin.ts';

/** What a shell asks for while a line is typed: `SHELL LINE [WORDBREAKS]`, the line up to the cursor. Asks no platform. */
export async function printCompletions(
  [shell = '', line = '', wordBreaks = '']: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const streams = openStreams(environment);
  const settings = readableSettings(environment);
  const { words, last, lastAt, quote } = splitLine(line);
  const found = await completions(words.slice(1), last, {
    language: chooseLanguage({ environment, setting: settings.language }),
    contexts: Object.keys(settings.contexts ?? {}),
    views: allViews(settings).map(({ name }) => name),
    numbers: [],
    names: { units: [], regions: [], items: [] },
  });
  const raw = line.slice(lastAt);
  for (const { word, summary } of found) {
    // A name that cannot be shown as it is cannot be typed either.
    if (safeText(word) !== word) continue;
    streams.out(`${asShellTakesIt(word, { shell, raw, quote, wordBreaks })}\t${safeText(summary)}`);
  }
  return 0;
}

/** A file that cannot be read is told by the command itself, not while it is typed. */
function readableSettings(environment: NodeJS.ProcessEnv): Settings {
  try {
    return readSettings(findPlaces(environment).configDir);
  } catch {
    return {};
  }
}

interface Typed {
  shell: string;
  raw: string;
  quote: string;
  wordBreaks: string;
}

/** bash puts a reply in place of what stands after the last of its word breaks, as it is; zsh and fish take the whole word and quote it. */
function asShellTakesIt(word: string, { shell, raw, quote, wordBreaks }: Typed): string {
  if (shell !== 'bash') return word;
  if (quote !== '') return word;
  const breaks = [...raw].map((character, at) => (wordBreaks.includes(character) ? at : -1));
  const kept = Math.max(-1, ...breaks) + 1;
  const rest = word.slice(kept);
  return rest.endsWith(':') || rest === '' ? rest : shellQuote(rest);
}
