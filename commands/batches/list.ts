import type { BatchSummary } from '../../src/command/batch/batch-summary.ts';
import type { Operation } from '../../src/command/operation.ts';
import { batchMessages } from '../../src/i18n/messages/batches.ts';
import { timeText } from '../../src/i18n/time.ts';
import { translate } from '../../src/i18n/translate.ts';

/** What to go on with stands first. */
const ORDER: readonly BatchSummary['state'][] = ['open', 'running', 'finished', 'cancelled'];

export const list: Operation<{ items: BatchSummary[] }> = {
  id: 'batches.list',
  summary: {
    zh: '列出本机上的批次,未完的在前',
    en: 'list the batches begun on this machine, open ones first',
  },
  effect: 'local',
  examples: ['district batches list', 'district batches list --json id,state,left'],
  async *run() {
    const { ownJournal } = await import('../../src/command/batch/find-batch.ts');
    const { summaryOf } = await import('../../src/command/batch/batch-summary.ts');
    const journal = ownJournal();
    const items = journal
      .list()
      .map((batch) => summaryOf(batch, journal.isHeld(batch.plan.id)))
      .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
    yield { status: 'done', value: { items } };
  },
  print: {
    columns: [
      { header: { zh: '批次', en: 'ID' }, cell: ({ id }: BatchSummary) => id, whole: true },
      {
        header: { zh: '状态', en: 'STATE' },
        cell: ({ state }: BatchSummary, language) => translate(batchMessages, language, `state_${state}`),
        whole: true,
      },
      { header: { zh: '命令', en: 'COMMAND' }, cell: ({ operation }: BatchSummary) => operation },
      {
        header: { zh: '开始', en: 'BEGUN' },
        cell: ({ at }: BatchSummary) => timeText(at),
        priority: 2,
        whole: true,
      },
      { header: { zh: '环境', en: 'CONTEXT' }, cell: ({ context }: BatchSummary) => context, priority: 3 },
      { header: { zh: '共', en: 'ALL' }, cell: ({ total }: BatchSummary) => String(total), align: 'right' },
      { header: { zh: '办成', en: 'DONE' }, cell: ({ done }: BatchSummary) => String(done), align: 'right' },
      {
        header: { zh: '未办成', en: 'REFUSED' },
        cell: ({ refused }: BatchSummary) => String(refused),
        align: 'right',
      },
      {
        header: { zh: '不明', en: 'UNKNOWN' },
        cell: ({ unknown }: BatchSummary) => String(unknown),
        align: 'right',
      },
      { header: { zh: '未办', en: 'LEFT' }, cell: ({ left }: BatchSummary) => String(left), align: 'right' },
    ],
    rows: ({ items }) => items,
  },
};
