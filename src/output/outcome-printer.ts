import type { AnyOperation, Failure, Outcome } from '../command/operation.ts';
import type { Language } from '../i18n/translate.ts';
import { pickFields } from './pick-fields.ts';
import { safeJson, safeLines, safeText } from './safe-text.ts';
import type { Streams } from './streams.ts';
import { renderTable } from './table.ts';

export interface PrintOptions {
  streams: Streams;
  language: Language;
  /** Undefined for text; the fields to keep, none meaning all. */
  jsonFields: readonly string[] | undefined;
}

/** A person reads JSON indented, a program does not care. */
const JSON_INDENT = 2;

/** One outcome as text, as soon as it is there; JSON waits for all, being one document. */
export function printOutcome(operation: AnyOperation, outcome: Outcome, options: PrintOptions): void {
  const { streams, language, jsonFields } = options;
  if (outcome.status === 'failed')
    printFailure(outcome.error, options, operation.batch ? outcome.id : undefined);
  else if (jsonFields === undefined) {
    for (const line of printValue(operation, outcome.value, streams, language)) streams.out(line);
  } else if (operation.follows) streams.out(safeJson(pickFields(outcome.value, jsonFields)));
}

/** The one JSON document of a run: the value of a read, an array of outcomes of a batch. */
export function printJson(
  operation: AnyOperation,
  outcomes: readonly Outcome[],
  options: PrintOptions,
): void {
  const { streams, jsonFields } = options;
  if (jsonFields === undefined || operation.follows) return;
  const documents = operation.batch
    ? [outcomes.map((outcome) => batchEntry(outcome, jsonFields))]
    : outcomes
        .filter((outcome) => outcome.status === 'done')
        .map(({ value }) => pickFields(value, jsonFields));
  for (const document of documents) {
    streams.out(safeJson(document, streams.width === undefined ? 0 : JSON_INDENT));
  }
}

/** A sentence and a hint on stderr, each one line. */
export function printFailure(
  { message, hint }: Failure,
  { streams, language }: Pick<PrintOptions, 'streams' | 'language'>,
  id?: string,
): void {
  streams.talk(safeText(`${id === undefined ? '' : `${id}: `}${message[language]}`));
  if (hint) streams.talk(safeText(hint[language]));
}

function printValue(operation: AnyOperation, value: unknown, streams: Streams, language: Language): string[] {
  const { print } = operation;
  if ('columns' in print) {
    const heading = streams.color ? (text: string) => `\u001b[1m${text}\u001b[22m` : undefined;
    const rows = print.rows(value as never);
    return renderTable(print.columns, rows, { language, width: streams.width, ...(heading && { heading }) });
  }
  return print.lines(value as never, language).flatMap(safeLines);
}

function batchEntry(outcome: Outcome, fields: readonly string[]): unknown {
  if (outcome.status === 'done')
    return { id: outcome.id, status: 'done', value: pickFields(outcome.value, fields) };
  const { kind, message, exit, problem } = outcome.error;
  return {
    id: outcome.id,
    status: 'failed',
    error: { kind, message: message.en, exit, problem: problem ?? null },
  };
}
