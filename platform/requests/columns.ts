import type { RequestRow } from '../store/schema.ts';

/** The columns of a request in one place: the compiler refuses the list when one is missing. */
const COLUMNS: Readonly<Record<keyof RequestRow, true>> = {
  district: true,
  id: true,
  no: true,
  street: true,
  region: true,
  item: true,
  category: true,
  source: true,
  external_no: true,
  external_due_at: true,
  title: true,
  body: true,
  address: true,
  grid: true,
  longitude: true,
  latitude: true,
  datum: true,
  applicant_name: true,
  applicant_phone: true,
  urgent: true,
  vulnerable: true,
  state: true,
  round: true,
  version: true,
  lead: true,
  assistants: true,
  returns: true,
  reminders: true,
  corrections: true,
  submitted_at: true,
  last_action: true,
  last_action_at: true,
  last_action_by: true,
  promised_limit: true,
  promised_unit: true,
  statutory_limit: true,
  statutory_unit: true,
  extended_limit: true,
  clock_start: true,
  clock_started_at: true,
  clock_stopped_at: true,
  pauses: true,
  paused_since: true,
  paused_from: true,
  pause_cause: true,
  promised_due_at: true,
  statutory_due_at: true,
  yellow_at: true,
  provisional: true,
  open_approval: true,
  open_approval_id: true,
  arbitration: true,
  first_contact_at: true,
  callback_at: true,
  callback_reached: true,
  callback_satisfied: true,
  rating: true,
  merged_into: true,
};

export const REQUEST_COLUMNS = Object.keys(COLUMNS) as (keyof RequestRow)[];

const PERSONAL = ['applicant_name', 'applicant_phone', 'address'] as const;
type Personal = (typeof PERSONAL)[number];

/** A request without what is personal: all that rules, lists and events need. */
export type ImpersonalRow = Omit<RequestRow, Personal>;

export const IMPERSONAL_COLUMNS = REQUEST_COLUMNS.filter(
  (column): column is keyof ImpersonalRow => !(PERSONAL as readonly string[]).includes(column),
);

/** What a row of a list shows and the rules need; the text itself, which is long, stays where it is. */
export const SUMMARY_COLUMNS = [
  'id',
  'no',
  'title',
  'state',
  'item',
  'category',
  'region',
  'lead',
  'source',
  'external_no',
  'urgent',
  'vulnerable',
  'round',
  'version',
  'returns',
  'reminders',
  'corrections',
  'submitted_at',
  'last_action_at',
  'promised_due_at',
  'promised_unit',
  'statutory_due_at',
  'yellow_at',
  'provisional',
  'paused_since',
  'open_approval',
  'arbitration',
] as const satisfies readonly (keyof ImpersonalRow)[];
export type SummaryRow = Pick<ImpersonalRow, (typeof SUMMARY_COLUMNS)[number]>;
