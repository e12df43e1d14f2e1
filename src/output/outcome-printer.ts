import type { Format } from '../command/format.ts';
import type { AnyOperation, Bilingual, Failure, Outcome } from '../command/operation.ts';
import type { Language } from '../i18n/translate.ts';
import { csvRecord } from './csv.ts';
import { documentsOf, itemsOf, recordsOf, withoutPlots } from './documents.ts';
import { safeJson, safeLines, safeText } from './safe-text.ts';
import type { Sink } from './streams.ts';
import { renderTable } from './table.ts';

export interface PrintOptions {
  streams: Sink;
  language: Language;
  format: Format;
}

const nothing: Bilingual = { en: 'Nothing found.', zh: '没有符合的。' };

/** A person reads JSON indented, a program does not care. */
const JSON_INDENT = 2;
const BYTE_ORDER_MARK = '\ufeff';

/** One outcome as text or as a line of JSON, as soon as it is there; JSON and CSV wait for all, being one document. */
export function printOutcome(operation: AnyOperation, outcome: Outcome, options: PrintOptions): void {
  const { streams, language, format } = options;
  if (outcome.status === 'failed')
    printFailure(outcome.error, options, operation.batch ? outcome.id : undefined);
  else if (format.kind === 'text') {
    for (const line of printValue(operation, outcome.value, streams, language)) streams.out(line);
  }
  if (isLineByLine(operation, format) && 'fields' in format) {
    for (const item of itemsOf(operation, outcome, format.fields)) streams.out(safeJson(item));
  }
}

/** A read that follows what happens has no end, so its JSON cannot be one document. */
function isLineByLine(operation: AnyOperation, format: Format): boolean {
  return format.kind === 'ndjson' || (format.kind === 'json' && operation.follows === true && !format.jq);
}

/** The one document of a run, where the format is one. Throws a usage failure when jq cannot run the expression. */
export async function printDocument(
  operation: AnyOperation,
  outcomes: readonly Outcome[],
  { streams, language, format }: PrintOptions,
): Promise<void> {
  if (isLineByLine(operation, format)) return;
  if (format.kind === 'csv') {
    const records = recordsOf(operation, outcomes, format.fields, language).map(csvRecord);
    const mark = format.bom ? BYTE_ORDER_MARK : '';
    for (const [at, record] of records.entries()) streams.out(`${at === 0 ? mark : ''}${record}\r`);
  } else if (format.kind === 'json') {
    for (const document of documentsOf(operation, outcomes, format.fields)) {
      if (format.jq !== undefined) {
        const { jqLines } = await import('./jq.ts');
        for (const line of await jqLines(document, format.jq)) streams.out(line);
      } else streams.out(safeJson(document, streams.width === undefined ? 0 : JSON_INDENT));
    }
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

function printValue(operation: AnyOperation, value: unknown, streams: Sink, language: Language): string[] {
  const { print } = operation;
  if ('columns' in print) {
    const heading = streams.color ? (text: string) => `\u001b[1m${text}\u001b[22m` : undefined;
    const rows = print.rows(value as never);
    // A program sees by itself that nothing came; a person would wonder.
    if (rows.length === 0 && streams.width !== undefined) streams.talk(nothing[language]);
    const columns = streams.plots ? print.columns : withoutPlots(print.columns);
    return renderTable(columns, rows, { language, width: streams.width, ...(heading && { heading }) });
  }
  return print.lines(value as never, language).flatMap(safeLines);
}
