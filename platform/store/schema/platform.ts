import type { EventType, NoticeState, RequestState, ShiftState } from '@district/contract/vocabulary.ts';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface EventsTable {
  district: string;
  id: GeneratedAlways<number>;
  /** The writing transaction: readers stop before the oldest still running, so no event is overtaken. */
  xid: Generated<string>;
  at: Date;
  type: EventType;
  no: string;
  region: string;
  street: string;
  /** Units that worked on it before and after, for handlers' scope. */
  units: string[];
  /** Whom alone it concerns, besides being within their area; null for everybody there. */
  only_operator: ColumnType<string | null, string | undefined, never>;
  state: RequestState | NoticeState | ShiftState;
  request_version: number;
  action: string;
  by_name: string | null;
  approval_id: string | null;
  urgent: ColumnType<boolean, boolean | undefined, never>;
  /** Deliveries of a notice so far. */
  progress: ColumnType<
    { done: number; failed: number; total: number } | null,
    string | null | undefined,
    never
  >;
}

export interface IdempotencyKeysTable {
  district: string;
  operator_id: string;
  key: string;
  fingerprint: string;
  status: number;
  body: ColumnType<unknown, string, string>;
  etag: string | null;
  created_at: Date;
}

/** Facts of this installation, one row a name: the sandbox's anchor, the clock's offset. */
export interface InstallationTable {
  name: string;
  value: ColumnType<Record<string, unknown>, string, string>;
}
