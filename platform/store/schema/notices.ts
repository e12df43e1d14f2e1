import type { NoticeAction, NoticeStep } from '@district/contract/notice-transitions.ts';
import type { DeliveryState, NoticeChannel, NoticeState } from '@district/contract/vocabulary.ts';
import type { Selectable } from 'kysely';

export interface HouseholdsTable {
  district: string;
  id: number;
  street: string;
  region: string;
}

export interface ResidentsTable {
  district: string;
  id: number;
  household_id: number;
  street: string;
  region: string;
  name: string;
  moved_out_at: Date | null;
}

export interface ResidentTokensTable {
  district: string;
  /** SHA-256 of the token, hex. */
  hash: string;
  resident_id: number;
}

export interface NoticesTable {
  district: string;
  id: string;
  no: string;
  title: string;
  body: string;
  /** Shortest prefixes: `320302`, `320302003`, `320302003001`. */
  regions: string[];
  channels: NoticeChannel[];
  exercise: boolean;
  state: NoticeState;
  version: number;
  author_id: string;
  author_name: string;
  approver_name: string | null;
  /** Of the audience, counted when it was submitted. */
  persons: number;
  households: number;
  /** Deliveries made, and what became of them. */
  total: number;
  delivered: number;
  failed: number;
  created_at: Date;
  submitted_at: Date | null;
  sent_at: Date | null;
}

export interface NoticeStepsTable {
  district: string;
  notice_id: string;
  seq: number;
  at: Date;
  action: NoticeAction | NoticeStep | 'create';
  state_to: NoticeState;
  by_name: string | null;
  text: string | null;
}

/** One resident's copy of a notice: a delivered row is the entry in the resident's inbox. */
export interface DeliveriesTable {
  district: string;
  notice_id: string;
  resident_id: number;
  state: DeliveryState;
  reason: string | null;
  at: Date | null;
}

export type NoticeRow = Selectable<NoticesTable>;
