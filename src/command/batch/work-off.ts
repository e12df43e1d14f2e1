import type { Client } from '../../client/client.ts';
import { isLeft } from '../../journal/batch.ts';
import type { HeldBatch } from '../../journal/journal.ts';
import { failureOf } from '../catch-failure.ts';
import { type AnyOperation, ExpectedFailure, type Outcome } from '../operation.ts';
import { eachItem } from './each-item.ts';
import { outcomeOf } from './outcome-of.ts';
import { isKeyForgotten, reconcile, untold } from './reconcile.ts';

/**
 * Works off what is left of a batch: one outcome for each of these items, in the plan's order. Each call is written down before it is
 * made, with what came of it after; its key is the same whenever and wherever it is made. The value is null of an item that was found
 * done without being written.
 */
export async function* workOff<T>(
  held: HeldBatch,
  operation: Pick<AnyOperation, 'id' | 'items'>,
  client: Client,
  nowMs: () => number = Date.now,
): AsyncGenerator<Outcome<T | null>> {
  const { plan, items: states } = held;
  const write = operation.items?.writer(plan.input);
  if (write === undefined) throw new Error(`${operation.id} has no items`);
  const left = states.flatMap((state, at) => (isLeft(state) ? [at] : []));
  const ids = left.map((at) => plan.items[at]?.id ?? '');
  yield* eachItem<T | null>(ids, async (id, nth) => {
    const at = left[nth] ?? 0;
    if (held.isCancelled()) throw new ExpectedFailure(cancelled());
    const state = states[at];
    const version = plan.items[at]?.version ?? null;
    if (state && isKeyForgotten(state, nowMs())) {
      const found = await reconcile(operation, plan, at, client);
      if (found === 'unknown') {
        held.settle(at, { status: 'refused', failure: untold() });
        throw new ExpectedFailure(untold());
      }
      if (found !== 'not_done') {
        held.settle(at, { status: 'done', version: found.version });
        return null;
      }
    }
    held.begin(at);
    try {
      const value = await write(client, id, {
        idempotencyKey: `${plan.key}:${id}`,
        ...(version !== null && { version }),
      });
      held.settle(at, { status: 'done', version: operation.items?.versionOf(value) ?? null });
      return value;
    } catch (error) {
      held.settle(at, outcomeOf(failureOf(error)));
      throw error;
    }
  });
}

function cancelled() {
  return {
    kind: 'cancelled',
    message: { en: 'The batch was cancelled.', zh: '批次已取消。' },
    exit: 1,
  };
}
