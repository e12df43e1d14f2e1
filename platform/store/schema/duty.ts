import type { HandoverReason, ShiftEnd } from '@district/contract/vocabulary.ts';
import type { Selectable } from 'kysely';

export interface ShiftsTable {
  district: string;
  id: string;
  operator_id: string;
  operator_name: string;
  starts_at: Date;
  /** When it ends by itself. */
  until: Date;
  ended_at: Date | null;
  ended: ShiftEnd | null;
  /** Whom it was handed over to, where said. */
  to_name: string | null;
}

export interface HandoverItemsTable {
  district: string;
  id: string;
  shift_id: string;
  reason: HandoverReason;
  request_id: string | null;
  due_at: Date | null;
  note: string | null;
  at: Date;
  by_name: string;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
}

export type ShiftRow = Selectable<ShiftsTable>;
export type HandoverItemRow = Selectable<HandoverItemsTable>;
