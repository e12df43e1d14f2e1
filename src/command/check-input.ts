import { nearest } from '@district/contract/filter/nearest.ts';
import { count, texts } from './input.ts';
import type { AnyOperation, Input } from './operation.ts';
import { camelCase } from './option-name.ts';
import { usageFailure } from './usage-failure.ts';

/** Checks what a definition says of its options: those required are there, choices are among those offered, `N` is a number. */
export function checkInput(operation: AnyOperation, input: Input): void {
  for (const { name, choices } of operation.arguments ?? [])
    if (choices) for (const choice of texts(input, name)) checkChoice(name.toUpperCase(), choice, choices);
  for (const { name, value, required, choices } of operation.options ?? []) {
    const given = input[camelCase(name)];
    if (required && given === undefined) {
      const flag = `--${name} ${choices?.join('|') ?? value ?? ''}`.trim();
      throw usageFailure({ en: `Missing ${flag}.`, zh: `缺少 ${flag}。` });
    }
    if (value === 'N') count(input, name);
    if (choices)
      for (const choice of texts(input, camelCase(name))) checkChoice(`--${name}`, choice, choices);
  }
}

function checkChoice(place: string, choice: string, choices: readonly string[]): void {
  if (choices.includes(choice)) return;
  const suggestion = nearest(choice, choices);
  const list = choices.join(', ');
  throw usageFailure(
    {
      en: `${place} cannot be ${JSON.stringify(choice)}.`,
      zh: `${place} 不能是 ${JSON.stringify(choice)}。`,
    },
    suggestion === undefined
      ? { en: `One of: ${list}.`, zh: `可选:${list}。` }
      : { en: `Did you mean ${suggestion}? One of: ${list}.`, zh: `是否想用 ${suggestion}?可选:${list}。` },
  );
}
