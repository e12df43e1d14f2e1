import { createHash } from 'node:crypto';
import { stateCouncilDays, stateCouncilYears } from '../../../platform/calendar/state-council.ts';
import { workingCalendar } from '../../../platform/calendar/working-calendar.ts';
import { type Generated, generateRequests } from '../../../platform/sandbox/generate/generate.ts';
import type { RequestRow } from '../../../platform/store/schema/requests.ts';

export const calendar = workingCalendar(stateCouncilDays(), stateCouncilYears());

/** A sandbox as of a time in Asia/Shanghai, such as `2026-11-25T10:30`. */
export function sandboxAt(time: string, storm = false): Generated & { until: Date } {
  const until = new Date(`${time}:00+08:00`);
  return { ...generateRequests({ anchor: time.slice(0, 10), storm, until, calendar }), until };
}

export function fingerprint({ requests, timeline, approvals, lastNumbers }: Generated): string {
  const text = JSON.stringify([requests, timeline, approvals, [...lastNumbers]]);
  return createHash('sha256').update(text).digest('hex');
}

/** As the filter language means it, written once more from its definition. */
export function overdue(requests: readonly RequestRow[], now: Date): RequestRow[] {
  return requests.filter(
    (row) =>
      ['submitted', 'accepted', 'assigned', 'in_progress', 'suspended'].includes(row.state) &&
      row.promised_due_at !== null &&
      row.promised_due_at <= (row.paused_since ?? now),
  );
}
