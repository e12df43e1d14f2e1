import { Command, Option } from 'commander';
import { commandMessages } from '../i18n/messages/command.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { cellWidth } from '../output/cell-width.ts';
import { CATALOGUE } from './catalogue.gen.ts';
import { NOUNS } from './catalogue.ts';
import { CONFIRM_FLAG } from './guard.ts';

type Say = (key: keyof typeof commandMessages.zh) => string;

/** A commander command that neither prints nor exits by itself, and whose help speaks the language. */
export function plainCommand(name: string, language: Language, summary = ''): Command {
  const say: Say = (key) => translate(commandMessages, language, key);
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say('usage'),
    'Arguments:': say('arguments'),
    'Options:': say('options'),
    'Commands:': say('commands'),
  };
  return new Command(name)
    .description(summary)
    .helpCommand(false)
    .helpOption('-h, --help', say('help'))
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .configureHelp({
      displayWidth: cellWidth,
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usageIn(language, usage),
    });
}

/** The line of usage, its places named in the language. */
export function usageIn(language: Language, usage: string): string {
  const say: Say = (key) => translate(commandMessages, language, key);
  return usage.replace('[options]', `[${say('optionsPlace')}]`).replace('[command]', say('commandPlace'));
}

/** Options every command takes. */
export function globalOptions(language: Language): Option[] {
  const say: Say = (key) => translate(commandMessages, language, key);
  return [
    new Option('--context <NAME>', say('context')),
    new Option('--json [FIELDS]', say('json')),
    new Option('--jq <EXPR>', say('jq')),
    new Option('--ndjson [FIELDS]', say('ndjson')),
    new Option('--csv [FIELDS]', say('csv')),
    new Option('--bom', say('bom')),
    new Option('--lang <zh|en>', say('lang')),
    new Option('--no-color', say('noColor')),
    new Option('--no-pager', say('noPager')),
  ];
}

/** Option of every command that changes something at a platform. */
export function confirmOption(language: Language): Option {
  return new Option(`${CONFIRM_FLAG} <NAME>`, translate(commandMessages, language, 'confirmContext'));
}

export function addGlobalOptions(command: Command, language: Language): Command {
  for (const option of globalOptions(language)) command.addOption(option);
  return command;
}

/** Help of the whole program: its nouns, in lines of `columns` or as the terminal has them. */
export function rootHelp(language: Language, columns?: number): string {
  const say: Say = (key) => translate(commandMessages, language, key);
  const root = addGlobalOptions(plainCommand('district', language, say('about')), language);
  if (columns !== undefined)
    root.configureOutput({ ...root.configureOutput(), getOutHelpWidth: () => columns });
  root.option('--screen-reader', say('screenReader'));
  root.option('-V, --version', say('version'));
  for (const [noun, summary] of Object.entries(NOUNS)) {
    root.addCommand(plainCommand(noun, language, summary[language]));
  }
  return `${root.helpInformation()}\n${say('rootHint')}\n${say('interactive')}`;
}

/** Help of one noun: its verbs. */
export function nounHelp(noun: string, language: Language): string {
  const parent = plainCommand('district', language);
  const command = addGlobalOptions(plainCommand(noun, language, NOUNS[noun]?.[language]), language);
  parent.addCommand(command);
  for (const { id, summary } of CATALOGUE) {
    const [of, verb] = id.split('.');
    if (of === noun && verb) command.addCommand(plainCommand(verb, language, summary[language]));
  }
  return command.helpInformation().trimEnd();
}
