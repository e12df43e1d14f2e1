import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { type Deadlines, deadlinesOf } from './deadlines.ts';

/** Where every request begins, whoever files it. */
const BEGINNING = {
  state: 'submitted',
  round: 1,
  version: 1,
  lead: null,
  assistants: [],
  returns: 0,
  reminders: 0,
  corrections: 0,
  last_action: 'create',
  extended_limit: 0,
  clock_stopped_at: null,
  pauses: [],
  paused_since: null,
  paused_from: null,
  open_pauses: [],
  resume_at: null,
  open_approval: null,
  open_approval_id: null,
  arbitration: false,
  arbiter: null,
  return_by: null,
  first_contact_at: null,
  callback_at: null,
  callback_reached: null,
  callback_satisfied: null,
  rating: null,
  rated_at: null,
  rectification: null,
  rectify_by: null,
  rectify_from: null,
  merged_into: null,
  reminded_at: null,
  claimed_by: null,
  claimed_name: null,
  claimed_at: null,
  claimed_until: null,
  undo: null,
  undo_by: null,
  reminder_to_undo: false,
} as const satisfies Partial<RequestRow>;

/** What differs from one request to the next when it is filed. */
export type FiledFacts = Omit<
  RequestRow,
  keyof typeof BEGINNING | keyof Deadlines | 'last_action_at' | 'clock_started_at'
>;

/** A request as it stands the moment it is filed; its clock runs at once where the item's limit counts from submission. */
export function newRequest(filed: FiledFacts, calendar: WorkingCalendar): RequestRow {
  const row = {
    ...filed,
    ...BEGINNING,
    assistants: [],
    pauses: [],
    open_pauses: [],
    last_action_at: filed.submitted_at,
    clock_started_at: filed.clock_start === 'submission' ? filed.submitted_at : null,
  };
  return { ...row, ...deadlinesOf(row, calendar) };
}
