import { IDEMPOTENCY_KEY_KEPT_DAYS } from '@district/contract/limits.ts';
import type { Client } from '../../client/client.ts';
import type { ItemState } from '../../journal/batch.ts';
import type { BatchPlan, KeptFailure } from '../../journal/batch-plan.ts';
import { failureOf } from '../catch-failure.ts';
import type { AnyOperation } from '../operation.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The platform forgets by its own clock, and once a day: a key of the last day is not relied on. */
const KEY_RELIED_ON_MS = (IDEMPOTENCY_KEY_KEPT_DAYS - 1) * DAY_MS;

/** Whether an item's call may have been made under a key that the platform does not know any more. */
export function isKeyForgotten({ begunAt }: ItemState, nowMs: number): boolean {
  return begunAt !== null && nowMs - Date.parse(begunAt) > KEY_RELIED_ON_MS;
}

/**
 * Looks at an item whose key is too old to tell: it was not done where its version is still the one seen, and done where it is the next
 * and the same person's same action made it so. Of one that was acted on whatever its version nothing can be said.
 */
export async function reconcile(
  { items }: Pick<AnyOperation, 'items'>,
  { items: planned, operator }: BatchPlan,
  at: number,
  client: Client,
): Promise<'not_done' | 'unknown' | { version: number }> {
  const { id = '', version = null } = planned[at] ?? {};
  if (version === null || items?.look === undefined) return 'unknown';
  try {
    const now = await items.look(client, id);
    if (now.version === version) return 'not_done';
    const isOurs = now.version === version + 1 && now.doneBy === operator.name;
    return isOurs ? { version: now.version } : 'unknown';
  } catch (error) {
    // What is out of sight by now cannot be told either; a road that fails goes on to whoever asked.
    if (failureOf(error).kind === 'not_found') return 'unknown';
    throw error;
  }
}

export function untold(): KeptFailure {
  return {
    kind: 'outcome_untold',
    message: {
      en: `It cannot be told any more whether this was done: the platform keeps keys for ${IDEMPOTENCY_KEY_KEPT_DAYS} days.`,
      zh: `已无从得知是否办成:平台只记 ${IDEMPOTENCY_KEY_KEPT_DAYS} 天的键。`,
    },
    hint: { en: 'Look at it, then decide.', zh: '请查看后再决定。' },
    exit: 8,
  };
}
