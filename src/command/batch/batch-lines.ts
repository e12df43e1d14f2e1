import { batchMessages } from '../../i18n/messages/batches.ts';
import { timeText } from '../../i18n/time.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import type { Bilingual } from '../operation.ts';
import type { BatchSummary } from './batch-summary.ts';

/** An item of a batch as it is shown. */
export interface ShownItem {
  id: string;
  status: 'waiting' | 'under_way' | 'done' | 'refused' | 'not_done' | 'unknown';
  at: string | null;
  version: number | null;
  error: { kind: string; message: Bilingual; exit: number } | null;
}

export interface ShownBatch extends BatchSummary {
  /** Flags of the operation, as they were given. */
  input: Readonly<Record<string, unknown>>;
  /** Conflicts first, then what else was not done, what is unknown, what is left, and what was done. */
  items: readonly ShownItem[];
}

export function batchLines(batch: ShownBatch, language: Language): string[] {
  const say = (key: keyof typeof batchMessages.zh, values?: Record<string, string | number>) =>
    translate(batchMessages, language, key, values);
  const { operation, at, operator, context, filter, state, total, done, refused, unknown, left } = batch;
  return [
    say('plan', { operation, at: timeText(at), who: operator.name, context }),
    ...(filter === null ? [] : [say('filter', { filter })]),
    say('counts', { state: say(`state_${state}`), total, done, refused, unknown, left }),
    ...batch.items.map(({ id, status, version, error }) =>
      [
        id,
        say(`item_${status}`),
        ...(version === null ? [] : [say('version', { version })]),
        ...(error === null ? [] : [error.message[language]]),
      ].join('  '),
    ),
  ];
}
