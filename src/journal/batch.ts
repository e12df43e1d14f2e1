import { BATCH_FORMAT, type BatchPlan, type ItemOutcome } from './batch-plan.ts';

/** Where an item stands. `under_way`: its call was begun and nothing was heard of it. */
export type ItemState =
  | { status: 'waiting'; at: null; begunAt: null }
  | { status: 'under_way'; at: string; begunAt: string }
  | (ItemOutcome & {
      at: string;
      /** When its key was used first, as far as the platform may have it; null where it has not. */
      begunAt: string | null;
    });

/** A batch as its journal tells it. */
export interface Batch {
  plan: BatchPlan;
  /** By the plan's order. */
  items: ItemState[];
  cancelledAt: string | null;
}

/** A line after the plan: a call that is about to be made, what came of it, or that the rest is not wanted any more. */
export type JournalLine =
  | { item: number; at: string; begun: true }
  | { item: number; at: string; outcome: ItemOutcome }
  | { cancelled: string };

const WAITING: ItemState = { status: 'waiting', at: null, begunAt: null };

export function newBatch(plan: BatchPlan): Batch {
  return { plan, items: plan.items.map(() => WAITING), cancelledAt: null };
}

/** Takes a line to heart. */
export function applyLine(batch: Batch, line: JournalLine): void {
  if ('cancelled' in line) {
    batch.cancelledAt ??= line.cancelled;
    return;
  }
  const before = batch.items[line.item];
  if (before === undefined) return;
  const { at } = line;
  const begunAt = before.begunAt ?? at;
  if ('begun' in line) batch.items[line.item] = { status: 'under_way', at, begunAt };
  else
    batch.items[line.item] = {
      ...line.outcome,
      at,
      begunAt: line.outcome.status === 'not_done' ? null : begunAt,
    };
}

/** What a journal says; undefined where it has no plan of this version. A line that was torn counts as not written. */
export function readBatch(text: string): Batch | undefined {
  const [first, ...lines] = text.split('\n').map(parsed);
  const plan = first as BatchPlan | undefined;
  if (plan?.format !== BATCH_FORMAT || !Array.isArray(plan.items)) return undefined;
  const batch = newBatch(plan);
  for (const line of lines) if (line !== undefined) applyLine(batch, line as JournalLine);
  return batch;
}

function parsed(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether there is still something to do about an item. */
export function isLeft({ status }: ItemState): boolean {
  return status !== 'done' && status !== 'refused';
}

export function isOpen({ items, cancelledAt }: Batch): boolean {
  return cancelledAt === null && items.some(isLeft);
}
