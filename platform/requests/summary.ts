import type { RequestSummary } from '@district/contract/types.ts';
import { OPEN_STATES } from '@district/contract/vocabulary.ts';
import type { Operator } from '../access/operator.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import { claimOf } from '../triage/claimed.ts';
import type { SummaryRow } from './columns.ts';
import { openActions } from './rules.ts';

export function isOpen(request: Pick<SummaryRow, 'state'>): boolean {
  return (OPEN_STATES as readonly string[]).includes(request.state);
}

/** Red past the promised deadline, yellow with a fifth of the limit left or on its last day, else green; none once it is finished. */
export function lightOf(
  request: Pick<SummaryRow, 'state' | 'promised_due_at' | 'yellow_at' | 'paused_since'>,
  now: Date,
): RequestSummary['light'] {
  if (!isOpen(request)) return null;
  const at = request.paused_since ?? now;
  if (request.promised_due_at !== null && request.promised_due_at <= at) return 'red';
  return request.yellow_at !== null && request.yellow_at <= at ? 'yellow' : 'green';
}

export function summaryOf(
  row: SummaryRow,
  operator: Operator,
  now: Date,
  dictionaries: Dictionaries,
): RequestSummary {
  const item = dictionaries.items.get(row.item);
  return {
    no: row.no,
    title: row.title,
    state: row.state,
    light: lightOf(row, now),
    promisedDueAt: row.promised_due_at?.toISOString() ?? null,
    statutoryDueAt: row.statutory_due_at?.toISOString() ?? null,
    provisional: row.provisional,
    pausedSince: row.paused_since?.toISOString() ?? null,
    submittedAt: row.submitted_at.toISOString(),
    lastActionAt: row.last_action_at.toISOString(),
    round: row.round,
    returns: row.returns,
    reminders: row.reminders,
    remindedAt: row.reminded_at?.toISOString() ?? null,
    urgent: row.urgent,
    vulnerable: row.vulnerable,
    source: row.source,
    externalNo: row.external_no,
    item: {
      id: row.item,
      nameZh: item?.name_zh ?? row.item,
      nameEn: item?.name_en ?? row.item,
      category: row.category,
    },
    region: dictionaries.region(row.region),
    lead: row.lead === null ? null : dictionaries.unit(row.lead),
    openApproval: row.open_approval,
    claim: isOpen(row) ? claimOf(row, operator, now) : null,
    version: row.version,
    actions: openActions(row, operator, now),
  };
}
