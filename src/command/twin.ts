import type { Input, Operation } from './operation.ts';
import { camelCase } from './option-name.ts';

/** The shell line that does what was done on screen: `district requests accept GL261112-0042 --remark '已核实'`. */
export function twin(operation: Pick<Operation, 'id' | 'arguments' | 'options'>, input: Input): string {
  const values: string[] = [];
  for (const argument of operation.arguments ?? []) values.push(...texts(input[camelCase(argument.name)]));
  const flags = (operation.options ?? []).flatMap((option) => {
    const value = input[camelCase(option.name)];
    if (option.value === undefined) return value === true ? [`--${option.name}`] : [];
    return texts(value).flatMap((text) => flag(option.name, text));
  });
  const guard = values.some((value) => value.startsWith('-')) ? ['--'] : [];
  const words = ['district', ...operation.id.split('.')];
  const line = guard.length > 0 ? [...words, ...flags, ...guard, ...values] : [...words, ...values, ...flags];
  return line.map(shellQuote).join(' ');
}

function texts(value: Input[string]): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : [];
}

/** A value that begins with a dash must hang on its flag, or it would be read as one. */
function flag(name: string, text: string): string[] {
  return text.startsWith('-') || text === '' ? [`--${name}=${text}`] : [`--${name}`, text];
}

/** A word as POSIX shells read it back; NUL cannot stand in an argument and is left out. */
export function shellQuote(word: string): string {
  const text = word.replaceAll('\0', '');
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
