import { batchMessages } from '../../i18n/messages/batches.ts';
import { translate } from '../../i18n/translate.ts';
import { count, isOn, text } from '../input.ts';
import {
  type AnyOperation,
  type BatchItems,
  ExpectedFailure,
  type Input,
  type OperationContext,
} from '../operation.ts';
import { usageFailure } from '../usage-failure.ts';
import { requireBatchSize } from './batch-size.ts';

type Frozen = readonly { id: string; version: number | null }[];

/**
 * What a filter selects at this moment, which is what will be acted on whatever changes meanwhile. Says how many they are, and throws
 * where that was to be confirmed and was not.
 */
export async function freeze(
  { effect, items }: AnyOperation & { items: BatchItems<unknown> },
  named: Frozen,
  input: Input,
  context: OperationContext,
): Promise<Frozen> {
  const filter = text(input, 'q');
  const confirmed = count(input, 'confirm');
  if (filter === undefined) {
    requireCount(named.length, confirmed);
    return named;
  }
  if (named.length > 0)
    throw usageFailure({ en: 'Name items or give --q, not both.', zh: '编号和 --q 只能给一样。' });
  if (filter.trim() === '' || items.matching === undefined)
    throw usageFailure({ en: '--q needs a filter.', zh: '--q 需要一个筛选。' });
  const found = await items.matching(await context.client(), filter, context.signal);
  requireBatchSize(found.length);
  context.say(translate(batchMessages, context.language, 'selected', { n: found.length }));
  if (isOn(input, 'dryRun')) return found;
  if (confirmed === undefined && effect === 'severe' && found.length > 0)
    throw usageFailure(
      {
        en: 'This cannot be taken back: nothing was changed.',
        zh: '这项操作不能收回:没有改动。',
      },
      { en: `Add --confirm=${found.length}.`, zh: `请加 --confirm=${found.length}。` },
    );
  requireCount(found.length, confirmed);
  return found;
}

function requireCount(n: number, confirmed: number | undefined): void {
  if (confirmed === undefined || confirmed === n) return;
  throw new ExpectedFailure({
    kind: 'not_confirmed',
    message: {
      en: `They are ${n}, not ${confirmed}: nothing was changed.`,
      zh: `一共 ${n} 件,不是 ${confirmed} 件:没有改动。`,
    },
    exit: 2,
  });
}
