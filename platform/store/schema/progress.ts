import type { RolloutState } from '@district/contract/vocabulary.ts';

export interface RolloutTable {
  district: string;
  /** A street or a community. */
  region: string;
  street: string;
  state: RolloutState;
  since: string | null;
}

export interface EntryTasksTable {
  district: string;
  region: string;
  dataset: string;
  street: string;
  target: number;
  target_source_zh: string;
  /** Null until the place has the platform. */
  start_date: string | null;
  due_date: string;
}

/** What one day added to a task. */
export interface EntryCountsTable {
  district: string;
  region: string;
  dataset: string;
  date: string;
  street: string;
  entered: number;
  complete: number;
  accurate: number;
  on_time: number;
}
