import type { AnyOperation, Column, Outcome } from '../command/operation.ts';
import { usageFailure } from '../command/usage-failure.ts';
import type { Language } from '../i18n/translate.ts';
import { pickFields } from './pick-fields.ts';

type Fields = readonly string[];

/** The JSON documents of a run: the value of a read, an array of outcomes of a batch. */
export function documentsOf(
  operation: AnyOperation,
  outcomes: readonly Outcome[],
  fields: Fields,
): readonly unknown[] {
  if (operation.batch) return [outcomes.map((outcome) => batchEntry(outcome, fields))];
  return outcomes.flatMap((outcome) =>
    outcome.status === 'done' ? [pickFields(outcome.value, fields)] : [],
  );
}

/** What one outcome holds, one by one: the items of a page, the entry of a batch, else the value. */
export function itemsOf(operation: AnyOperation, outcome: Outcome, fields: Fields): readonly unknown[] {
  if (operation.batch) return [batchEntry(outcome, fields)];
  if (outcome.status === 'failed') return [];
  const { value } = outcome;
  const rows = 'rows' in operation.print ? operation.print.rows(value as never) : [value];
  return rows.map((row) => pickFields(row, fields));
}

/**
 * The records of a table, its heading first: the named fields as they are in JSON, else what a person reads. A batch says what became of
 * each item. Throws a usage failure where there is no table.
 */
export function recordsOf(
  operation: AnyOperation,
  outcomes: readonly Outcome[],
  fields: Fields,
  language: Language,
): readonly (readonly unknown[])[] {
  if (operation.batch) {
    const entries = outcomes.map((outcome) => batchEntry(outcome, fields));
    const rows = entries.map((one) => [
      one.id,
      one.status,
      one.error?.message ?? '',
      ...fields.map((field) => (one.value as Record<string, unknown> | undefined)?.[field]),
    ]);
    return [['id', 'status', 'error', ...fields], ...rows];
  }
  const done = outcomes.filter((outcome) => outcome.status === 'done');
  if (fields.length > 0) {
    const items = done.flatMap((outcome) => itemsOf(operation, outcome, fields));
    return [fields, ...items.map((item) => fields.map((field) => (item as Record<string, unknown>)[field]))];
  }
  const { print } = operation;
  if (!('columns' in print)) {
    throw usageFailure(
      { en: '--csv needs a list here: name the fields.', zh: '这里不是列表,--csv 须写明字段。' },
      { en: 'Such as --csv no,title.', zh: '如 --csv no,title。' },
    );
  }
  const rows = done.flatMap(({ value }) => print.rows(value as never));
  const columns = withoutPlots(print.columns);
  return [
    columns.map(({ header }) => header[language]),
    ...rows.map((row) => columns.map((column) => column.cell(row as never, language))),
  ];
}

/** The columns that hold what a program reads too. */
export function withoutPlots<T>(columns: readonly Column<T>[]): readonly Column<T>[] {
  return columns.filter(({ isPlot }) => !isPlot);
}

interface BatchEntry {
  id: string | undefined;
  status: Outcome['status'];
  value?: unknown;
  error?: { kind: string; message: string; exit: number; problem: unknown };
}

function batchEntry(outcome: Outcome, fields: Fields): BatchEntry {
  if (outcome.status === 'done')
    return { id: outcome.id, status: 'done', value: pickFields(outcome.value, fields) };
  const { kind, message, exit, problem } = outcome.error;
  return {
    id: outcome.id,
    status: 'failed',
    error: { kind, message: message.en, exit, problem: problem ?? null },
  };
}
