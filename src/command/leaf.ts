import { type Command, CommanderError, Option } from 'commander';
import { commandMessages } from '../i18n/messages/command.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { checkInput } from './check-input.ts';
import { type Format, readFormat } from './format.ts';
import { changesPlatform } from './guard.ts';
import { addGlobalOptions, confirmOption, plainCommand, usageIn } from './help.ts';
import type { AnyOperation, Input, OptionDefinition } from './operation.ts';
import { unknownWord, usageFailure } from './usage-failure.ts';

/** What one command line asks of one operation. */
export interface Invocation {
  input: Input;
  format: Format;
  /** The context that may be changed, as --confirm-context named it. */
  confirmed?: string;
}

/** The help of one operation, from its definition. */
export async function operationHelp(operation: AnyOperation, language: Language): Promise<string> {
  const command = buildLeaf(operation, language);
  const examples = operation.examples ?? [];
  const title = translate(commandMessages, language, 'examples');
  const lines = examples.length > 0 ? ['', title, ...examples.map((example) => `  ${example}`)] : [];
  const isFiltered =
    operation.effect === 'read' &&
    operation.options?.some(({ completes }) => completes === 'filter') === true;
  // Loaded for those who ask alone.
  const filter = isFiltered ? ['', ...(await import('./filter-help.ts')).filterHelp(language)] : [];
  return [command.helpInformation().trimEnd(), ...filter, ...lines].join('\n');
}

/** Reads the rest of a command line. Throws a usage failure that says what is right. */
export function parseInvocation(
  operation: AnyOperation,
  argv: readonly string[],
  language: Language,
): Invocation {
  const command = buildLeaf(operation, language);
  try {
    command.parse(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw explain(error, command);
    throw error;
  }
  const { context: _context, lang: _lang, color: _color, pager: _pager, ...given } = command.opts();
  const { json, jq, ndjson, csv, bom, confirmContext, ...options } = given;
  const values = Object.fromEntries(
    (operation.arguments ?? []).map(({ name }, at) => [name, command.processedArgs[at]]),
  );
  const input: Input = { ...values, ...options };
  checkInput(operation, input);
  return {
    input,
    format: readFormat({ json, jq, ndjson, csv, bom }),
    ...(confirmContext !== undefined && { confirmed: confirmContext }),
  };
}

function buildLeaf(operation: AnyOperation, language: Language): Command {
  const [noun = '', verb] = operation.id.split('.');
  const parent = plainCommand(verb === undefined ? 'district' : `district ${noun}`, language);
  const command = plainCommand(verb ?? noun, language, operation.summary[language]);
  parent.addCommand(command);
  for (const { name, summary, required, variadic } of operation.arguments ?? []) {
    const places = `${name.toUpperCase()}${variadic ? '...' : ''}`;
    const fromStdin = operation.options?.some((option) => option.name === 'stdin');
    command.argument(required && !fromStdin ? `<${places}>` : `[${places}]`, summary[language]);
  }
  for (const definition of operation.options ?? []) command.addOption(leafOption(definition, language));
  if (changesPlatform(operation)) command.addOption(confirmOption(language));
  return addGlobalOptions(command, language);
}

function leafOption(definition: OptionDefinition, language: Language): Option {
  const { name, value, summary, required, repeatable, choices } = definition;
  const notes = [
    required && translate(commandMessages, language, 'required'),
    choices && translate(commandMessages, language, 'choices', { choices: choices.join(', ') }),
  ].filter(Boolean);
  const text = notes.length > 0 ? `${summary[language]} (${notes.join('; ')})` : summary[language];
  const option = new Option(value === undefined ? `--${name}` : `--${name} <${value}>`, text);
  if (repeatable) option.argParser((one: string, before: string[] | undefined) => [...(before ?? []), one]);
  return option;
}

/** Commander's errors carry what was typed only in their sentence, between quotes. */
function explain(error: CommanderError, command: Command): Error {
  const typed = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption': {
      const flags = [...command.options.map((option) => option.long ?? ''), '--help'];
      return unknownWord({ en: 'option', zh: '选项' }, typed, flags);
    }
    case 'commander.missingArgument':
      return usageFailure(
        { en: `Missing argument ${typed.toUpperCase()}.`, zh: `缺少参数 ${typed.toUpperCase()}。` },
        usageHint(command),
      );
    case 'commander.optionMissingArgument':
      return usageFailure({ en: `${typed} needs a value.`, zh: `${typed} 需要一个值。` });
    case 'commander.excessArguments':
      return usageFailure({ en: 'Too many arguments.', zh: '参数太多。' }, usageHint(command));
    default:
      return error;
  }
}

function usageHint(command: Command) {
  const line = `${command.parent?.name() ?? ''} ${command.name()} ${command.usage()}`;
  const zh = usageIn('zh', line);
  return { en: `Usage: ${line}`, zh: `用法:${zh}` };
}
