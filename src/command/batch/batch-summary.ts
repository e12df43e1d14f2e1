import { type Batch, isOpen } from '../../journal/batch.ts';
import type { BatchPlan } from '../../journal/batch-plan.ts';

/** A batch in figures. */
export interface BatchSummary extends Omit<BatchPlan, 'format' | 'key' | 'items' | 'input'> {
  state: 'open' | 'running' | 'finished' | 'cancelled';
  total: number;
  done: number;
  /** The platform said no. */
  refused: number;
  /** Begun, and nothing known of the outcome. */
  unknown: number;
  /** Not done, and nothing under way. */
  left: number;
}

/** @param isHeld whether a process works on it right now */
export function summaryOf(batch: Batch, isHeld: boolean): BatchSummary {
  const { id, at, operation, filter, context, platform, operator } = batch.plan;
  const counted = (...statuses: readonly string[]) =>
    batch.items.filter(({ status }) => statuses.includes(status)).length;
  return {
    ...{ id, at, operation, filter, context, platform, operator },
    state: stateOf(batch, isHeld),
    total: batch.items.length,
    done: counted('done'),
    refused: counted('refused'),
    unknown: counted('unknown', 'under_way'),
    left: counted('waiting', 'not_done'),
  };
}

function stateOf(batch: Batch, isHeld: boolean): BatchSummary['state'] {
  if (batch.cancelledAt !== null) return 'cancelled';
  if (!isOpen(batch)) return 'finished';
  return isHeld ? 'running' : 'open';
}
