import { BATCH_ARGUMENT } from '../../src/command/batch/batch-argument.ts';
import type { BatchSummary } from '../../src/command/batch/batch-summary.ts';
import { text } from '../../src/command/input.ts';
import { ExpectedFailure, type Operation } from '../../src/command/operation.ts';
import { batchMessages } from '../../src/i18n/messages/batches.ts';
import { translate } from '../../src/i18n/translate.ts';
import { isOpen } from '../../src/journal/batch.ts';

export const cancel: Operation<BatchSummary> = {
  id: 'batches.cancel',
  summary: {
    zh: '取消批次里还没有开始的;已在途中的和已办成的不动',
    en: 'cancel what a batch has not begun; what is done or under way stays as it is',
  },
  effect: 'local',
  arguments: [BATCH_ARGUMENT],
  examples: ['district batches cancel k7mq-2xwb'],
  async *run(input, { say, language }) {
    const { findBatch, ownJournal } = await import('../../src/command/batch/find-batch.ts');
    const { summaryOf } = await import('../../src/command/batch/batch-summary.ts');
    const journal = ownJournal();
    const batch = findBatch(journal, text(input, 'id') ?? '');
    const { plan } = batch;
    const isHeld = journal.isHeld(plan.id);
    if (!isOpen(batch))
      throw new ExpectedFailure({
        kind: 'batch_closed',
        message: {
          en: translate(batchMessages, 'en', 'nothingLeft', { id: plan.id }),
          zh: translate(batchMessages, 'zh', 'nothingLeft', { id: plan.id }),
        },
        exit: 6,
      });
    journal.cancel(plan.id);
    if (isHeld) say(translate(batchMessages, language, 'stillRunning'));
    yield { status: 'done', id: plan.id, value: summaryOf(findBatch(journal, plan.id), isHeld) };
  },
  print: {
    lines: ({ id, done, refused, unknown, left }, language) => [
      translate(batchMessages, language, 'cancelled', { id, done, refused, unknown, left }),
    ],
  },
};
