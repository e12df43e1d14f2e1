import type { ArgumentDefinition } from './operation.ts';
import { quoted, usageFailure } from './usage-failure.ts';

/** The one request that a command is about. */
export const REQUEST_ARGUMENT: ArgumentDefinition = {
  name: 'no',
  summary: { zh: '单号', en: 'request number' },
  required: true,
  variadic: false,
  completes: 'request',
};

const NUMBER = /^[A-Z]{2}\d{6}-\d{4,6}$/;

/** A request's number as the platform knows it; people type it in lower case. Throws a usage failure when it is none. */
export function requestNumber(text: string): string {
  const no = text.trim().toUpperCase();
  if (NUMBER.test(no)) return no;
  throw usageFailure(
    { en: `${quoted(text)} is not a request number.`, zh: `${quoted(text)} 不是单号。` },
    { en: 'A number looks like GL261112-0042.', zh: '单号形如 GL261112-0042。' },
  );
}

/** Several numbers, each once, in the order given. */
export function requestNumbers(texts: readonly string[]): string[] {
  return [...new Set(texts.map(requestNumber))];
}
