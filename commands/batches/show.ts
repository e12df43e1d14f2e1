import { BATCH_ARGUMENT } from '../../src/command/batch/batch-argument.ts';
import { batchLines, type ShownBatch, type ShownItem } from '../../src/command/batch/batch-lines.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import type { Batch } from '../../src/journal/batch.ts';

/** The exit code of a conflict: somebody was quicker, which is what one has to look at. */
const CONFLICT = 6;
const ORDER: readonly ShownItem['status'][] = [
  'refused',
  'unknown',
  'under_way',
  'not_done',
  'waiting',
  'done',
];

export const show: Operation<ShownBatch> = {
  id: 'batches.show',
  summary: {
    zh: '一个批次:每件的结果,冲突的在前',
    en: 'a batch and what became of each item, conflicts first',
  },
  effect: 'local',
  arguments: [BATCH_ARGUMENT],
  examples: [
    'district batches show k7mq-2xwb',
    `district batches show k7mq-2xwb --jq '.items[] | select(.status != "done") | .id'`,
  ],
  async *run(input) {
    const { findBatch, ownJournal } = await import('../../src/command/batch/find-batch.ts');
    const { summaryOf } = await import('../../src/command/batch/batch-summary.ts');
    const journal = ownJournal();
    const batch = findBatch(journal, text(input, 'id') ?? '');
    const summary = summaryOf(batch, journal.isHeld(batch.plan.id));
    yield {
      status: 'done',
      id: summary.id,
      value: { ...summary, input: batch.plan.input, items: shown(batch) },
    };
  },
  print: { lines: batchLines },
};

function shown({ plan, items }: Batch): ShownItem[] {
  const rank = ({ status, error }: ShownItem) => (error?.exit === CONFLICT ? -1 : ORDER.indexOf(status));
  return items
    .map((item, at): ShownItem => {
      const failure = 'failure' in item ? item.failure : undefined;
      return {
        id: plan.items[at]?.id ?? '',
        status: item.status,
        at: item.at,
        version: 'version' in item ? item.version : null,
        error: failure ? { kind: failure.kind, message: failure.message, exit: failure.exit } : null,
      };
    })
    .sort((a, b) => rank(a) - rank(b));
}
