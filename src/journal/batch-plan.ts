import type { Failure } from '../command/operation.ts';

/** What stands in the first line of a journal; another number is another version's. */
export const BATCH_FORMAT = 1;

/** One thing a batch is about, and the version of it that was seen, where one was. */
export interface PlannedItem {
  id: string;
  version: number | null;
}

/** All that is needed to go on with a batch elsewhere and later: written before the first call, and never changed. */
export interface BatchPlan {
  format: typeof BATCH_FORMAT;
  id: string;
  /** ISO 8601, by this machine's clock. */
  at: string;
  /** `requests.accept` */
  operation: string;
  /** Flags as the shell has them, without those that say which items. */
  input: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  /** The filter the items were frozen from. */
  filter: string | null;
  /** Name of the context, or the address given without one. */
  context: string;
  platform: string;
  operator: { id: string; name: string };
  /** Each item's Idempotency-Key begins with it. */
  key: string;
  items: readonly PlannedItem[];
}

/** A failure as it is kept: of the platform's document no more than who was quicker, since the rest may quote what was typed. */
export type KeptFailure = Omit<Failure, 'problem'> & { problem?: { current: unknown } };

/**
 * What became of one call. `refused`: the platform said no, and is not asked again. `not_done`: nothing came of it. `unknown`: it may
 * have been done, and the same key will tell.
 */
export type ItemOutcome =
  | { status: 'done'; version: number | null }
  | { status: 'refused' | 'not_done' | 'unknown'; failure: KeptFailure };
