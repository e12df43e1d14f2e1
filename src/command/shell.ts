import { chooseLanguage } from '../i18n/language.ts';
import { commandMessages } from '../i18n/messages/command.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { localeCharset, terminalEncoder } from '../output/charset.ts';
import { printFailure } from '../output/outcome-printer.ts';
import { safeText } from '../output/safe-text.ts';
import { type ColorWish, inColour, openStreams, type Streams } from '../output/streams.ts';
import { effectiveSetting, type Sources } from '../session/effective-settings.ts';
import { type Place, placeInUse } from '../session/place-in-use.ts';
import { findPlaces } from '../session/places.ts';
import { openSession } from '../session/session.ts';
import type { Settings } from '../session/setting-checks.ts';
import { readSettings } from '../session/settings.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { failureOf } from './catch-failure.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { EXIT } from './exit-code.ts';
import { findCommand } from './find-command.ts';
import { nounHelp, rootHelp } from './help.ts';
import { type Invocation, operationHelp, parseInvocation } from './leaf.ts';
import type { AnyOperation } from './operation.ts';
import { type RunOptions, runOperation } from './run-operation.ts';
import { unknownWord, usageFailure } from './usage-failure.ts';

/** Reads a command line and runs what it asks for; the number is the exit code. */
export async function runShell(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  if (argv[0] === '__complete') {
    const { printCompletions } = await import('./print-completions.ts');
    return printCompletions(argv.slice(1), environment);
  }
  const line = readCommandLine(argv);
  const encode = await terminalEncoder(environment);
  const fallback = chooseLanguage({ flag: line.lang, environment });
  try {
    const sources: Sources = {
      flags: flagsOf(line, argv),
      environment,
      settings: readSettings(findPlaces(environment).configDir),
    };
    const streams = openStreams(environment, {
      color: effectiveSetting('color', sources).value as ColorWish,
      isReadAloud: effectiveSetting('screenReader', sources).value === 'yes',
      encode,
    });
    return await dispatch(line, streams, chosenLanguage(line, environment, sources.settings), sources);
  } catch (error) {
    printFailure(failureOf(error), { streams: openStreams(environment, { encode }), language: fallback });
    return failureOf(error).exit;
  }
}

/** The settings a command line overrides. */
function flagsOf({ lang, context }: CommandLine, argv: readonly string[]): Sources['flags'] {
  return {
    ...(lang !== undefined && { language: lang }),
    ...(context !== undefined && { currentContext: context }),
    ...(argv.includes('--no-color') && { color: 'never' }),
    ...(argv.includes('--mouse') && { mouse: 'on' }),
    ...(argv.includes('--no-mouse') && { mouse: 'off' }),
    ...(argv.includes('--no-pager') && { pager: '' }),
    ...(argv.includes('--screen-reader') && { screenReader: 'yes' }),
  };
}

function chosenLanguage({ lang }: CommandLine, environment: NodeJS.ProcessEnv, settings: Settings): Language {
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') {
    throw unknownWord({ en: 'language', zh: '语言' }, lang, ['zh', 'en']);
  }
  return chooseLanguage({ flag: lang, environment, setting: settings.language });
}

async function dispatch(
  line: CommandLine,
  streams: Streams,
  language: Language,
  sources: Sources,
): Promise<number> {
  const [noun] = line.words;
  if (noun === undefined) {
    if (line.help) return print(streams, rootHelp(language));
    return openConsole(line, streams, language, sources);
  }
  const entry = findCommand(noun, line);
  if (entry) return runEntry(entry, line, streams, language, sources);
  const help = nounHelp(noun, language);
  if (line.help) return print(streams, help);
  streams.talk(help);
  return EXIT.usage;
}

async function runEntry(
  entry: CatalogueEntry,
  line: CommandLine,
  streams: Streams,
  language: Language,
  sources: Sources,
): Promise<number> {
  const interruption = new AbortController();
  const operation = await entry.load();
  // A second Ctrl-C finds no handler and ends the process at once.
  process.once('SIGINT', () => {
    interruption.abort();
    // Nothing on this machine waits for an answer: what is half done is taken up by whoever comes next.
    if (operation.effect === 'local' && !operation.shellOnly)
      streams.quit(EXIT.interrupted, translate(commandMessages, language, 'interruptedLocal'));
  });
  if (line.help) return print(streams, await operationHelp(operation, language));
  const invocation = parseInvocation(operation, line.rest, language);
  const { signal } = interruption;
  const { context } = line;
  const place = placeInUse(effectiveSetting('currentContext', sources), sources.settings);
  const options: RunOptions = {
    language,
    streams,
    signal,
    client: () => openSession({ context, language, signal }),
    sources,
    place,
    ...(place.guarded && (await asker(signal))),
  };
  if (operation.effect !== 'local') sayPlace(place, streams, language);
  const pager = pagerFor(operation, invocation, streams, sources);
  if (pager === undefined) return runOperation(operation, invocation, options);
  const { runPaged } = await import('../output/pager.ts');
  return runPaged(streams, pager, sources.environment, (paged) =>
    runOperation(operation, invocation, { ...options, streams: paged }),
  );
}

/** How to ask the person, where there is one. */
async function asker(signal: AbortSignal): Promise<Pick<RunOptions, 'ask'>> {
  const { askLine, canAsk } = await import('../output/ask-line.ts');
  return canAsk() ? { ask: (question) => askLine(question, signal) } : {};
}

/** Where one is about to act, to a person who wanted it told: a context with a colour or a guard. */
function sayPlace({ name, colour, guarded }: Place, streams: Streams, language: Language): void {
  if (!streams.talksToPerson || (colour === undefined && !guarded)) return;
  const words = translate(commandMessages, language, 'contextInUse', { name: safeText(name) });
  const guard = guarded ? ` (${translate(commandMessages, language, 'guarded')})` : '';
  streams.talk(inColour(words, colour, streams.colourTalk) + guard);
}

/** Only what is read, and only where somebody can turn pages. */
function pagerFor(
  operation: AnyOperation,
  { input, format }: Invocation,
  streams: Streams,
  sources: Sources,
): string | undefined {
  const isRead = operation.effect === 'read' && !operation.follows && input['watch'] !== true;
  if (!isRead || streams.height === undefined || !process.stdin.isTTY) return undefined;
  if (format.kind !== 'text' && format.kind !== 'json') return undefined;
  // A pager is given UTF-8, and would hand it on.
  if (localeCharset(sources.environment) !== 'utf-8') return undefined;
  const pager = String(effectiveSetting('pager', sources).value).trim();
  return pager === '' || pager === 'cat' ? undefined : pager;
}

async function openConsole(
  line: CommandLine,
  { progress }: Streams,
  language: Language,
  sources: Sources,
): Promise<number> {
  const [unknown] = line.rest.filter(
    (word) => word.startsWith('-') && !/^--(context|lang|no-color|mouse|no-mouse|screen-reader)\b/.test(word),
  );
  if (unknown !== undefined) {
    throw unknownWord({ en: 'option', zh: '选项' }, unknown, [
      '--help',
      '--version',
      '--context',
      '--lang',
      '--no-color',
      '--mouse',
      '--no-mouse',
      '--screen-reader',
    ]);
  }
  if (!process.stdin.isTTY || !process.stdout.isTTY || sources.environment['TERM'] === 'dumb') {
    throw usageFailure(
      { en: 'The console needs a terminal.', zh: '控制台需要在终端里打开。' },
      {
        en: 'Use district overview show or district requests list; district --help lists the commands.',
        zh: '请用 district overview show 或 district requests list;district --help 列出全部命令。',
      },
    );
  }
  const { openConsole: open } = await import('../console/open.tsx');
  return open({ language, sources, progress, ...(line.context !== undefined && { context: line.context }) });
}

function print(streams: Streams, text: string): number {
  streams.out(text);
  return EXIT.done;
}
