import type { Input } from './operation.ts';
import { usageFailure } from './usage-failure.ts';

export function text(input: Input, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}

export function texts(input: Input, name: string): readonly string[] {
  const value = input[name];
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : [];
}

export function isOn(input: Input, name: string): boolean {
  return input[name] === true;
}

/** A whole number of at least 1, or undefined when it was not given. */
export function count(input: Input, name: string): number | undefined {
  const value = text(input, name);
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw usageFailure({
    en: `--${name} must be a whole number of at least 1, not ${JSON.stringify(value)}.`,
    zh: `--${name} 必须是不小于 1 的整数,而不是 ${JSON.stringify(value)}。`,
  });
}
