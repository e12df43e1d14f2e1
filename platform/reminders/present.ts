import type { ReminderSlip } from '@district/contract/types.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { ReminderSlipRow } from '../store/schema/triage.ts';

export function slipOf(row: ReminderSlipRow, dictionaries: Dictionaries): ReminderSlip {
  return {
    id: row.id,
    unit: dictionaries.unit(row.unit),
    count: row.count,
    urgent: row.urgent,
    by: row.operator_name,
    at: row.at.toISOString(),
    sendAt: row.send_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  };
}
