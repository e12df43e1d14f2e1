import { usageFailure } from '../usage-failure.ts';

/** Items of one batch at most: a district's open work of a year. More is moved by the platform itself. */
const BATCH_ITEMS_MAX = 10_000;

export function requireBatchSize(n: number): void {
  if (n <= BATCH_ITEMS_MAX) return;
  throw usageFailure(
    {
      en: `A batch is ${BATCH_ITEMS_MAX} items at most: nothing was changed.`,
      zh: `一批最多 ${BATCH_ITEMS_MAX} 件:没有改动。`,
    },
    { en: 'Narrow the filter, or give them in parts.', zh: '请缩小筛选,或分几批给出。' },
  );
}
