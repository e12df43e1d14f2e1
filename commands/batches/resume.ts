import { BATCH_ARGUMENT } from '../../src/command/batch/batch-argument.ts';
import type { ResumedItem } from '../../src/command/batch/resume-batch.ts';
import { isOn, text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { DRY_RUN_OPTION } from '../../src/command/shared-options.ts';
import { batchMessages } from '../../src/i18n/messages/batches.ts';
import { translate } from '../../src/i18n/translate.ts';

export const resume: Operation<ResumedItem> = {
  id: 'batches.resume',
  summary: {
    zh: '接着办完一个批次,办过的不会重办;只有一个未完的,可不写编号',
    en: 'finish a batch, nothing is done twice; the id may be left out where one alone is open',
  },
  effect: 'write',
  batch: true,
  arguments: [{ ...BATCH_ARGUMENT, required: false }],
  options: [DRY_RUN_OPTION],
  examples: ['district batches resume', 'district batches resume k7mq-2xwb'],
  async *run(input, context) {
    const { resumeBatch } = await import('../../src/command/batch/resume-batch.ts');
    yield* resumeBatch({ id: text(input, 'id'), isDryRun: isOn(input, 'dryRun') }, context);
  },
  print: {
    // What was done before is counted, and not told again one by one.
    lines: ({ no, version, before }, language) =>
      before
        ? []
        : [
            [
              no,
              translate(batchMessages, language, 'item_done'),
              ...(version === null ? [] : [translate(batchMessages, language, 'version', { version })]),
            ].join('  '),
          ],
  },
};
