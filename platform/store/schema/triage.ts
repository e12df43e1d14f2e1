import type { PageState, PagingCause } from '@district/contract/triage.ts';
import type { ColumnType, Selectable } from 'kysely';

export interface SnoozesTable {
  /** The request's. */
  district: string;
  operator_id: string;
  request_id: string;
  at: Date;
  until: Date;
}

export interface ReminderSlipsTable {
  district: string;
  id: string;
  unit: string;
  /** The day on which its unit hears of it, in Asia/Shanghai: a unit gets one grouped slip a day. */
  date: string;
  grouped: boolean;
  /** Nothing but urgent requests: goes at any hour, and does not count as the day's. */
  urgent: boolean;
  count: number;
  remark: string | null;
  operator_id: string;
  operator_name: string;
  at: Date;
  send_at: Date;
  sent_at: Date | null;
}

export interface ReminderSlipRequestsTable {
  district: string;
  slip_id: string;
  request_id: string;
}

export interface PagingStepsTable {
  district: string;
  step: number;
  cause: PagingCause;
  after_hours: number;
  who: string;
  url: string;
  /** Sealed. */
  secret: string;
  key_id: string;
  set_by: string | null;
  set_at: Date;
  version: number;
}

export interface PagesTable {
  district: string;
  id: string;
  step: number;
  cause: PagingCause;
  who: string;
  exercise: boolean;
  at: Date;
  count: number;
  urgent: number;
  /** What the page says of each: number and light, nothing personal. */
  numbers: ColumnType<PagedRequest[], string, never>;
  state: PageState;
  attempts: number;
  answer: string | null;
  next_at: Date | null;
  delivered_at: Date | null;
}

export interface PagedRequest {
  no: string;
  light: 'red' | 'yellow' | 'green';
  pastStatutory: boolean;
  urgent: boolean;
}

export interface PagedRequestsTable {
  district: string;
  step: number;
  cause: PagingCause;
  request_id: string;
  round: number;
  page_id: string;
}

export type ReminderSlipRow = Selectable<ReminderSlipsTable>;
export type PagingStepRow = Selectable<PagingStepsTable>;
export type PageRow = Selectable<PagesTable>;
