import type { IdentityType } from '@district/contract/identity-document.ts';
import type { Action } from '@district/contract/transitions.ts';
import type {
  ApprovalDecider,
  ApprovalKind,
  ApprovalState,
  ClockStart,
  LimitUnit,
  PauseCause,
  Rating,
  RectificationState,
  RequestSource,
  RequestState,
  ServiceCategory,
} from '@district/contract/vocabulary.ts';
import type { ColumnType, GeneratedAlways, Selectable } from 'kysely';

export interface StoredPause {
  from: string;
  to: string;
  cause: PauseCause;
}

export interface OpenPause {
  from: string;
  cause: PauseCause;
  /** The last day (yyyy-mm-dd) of a special procedure; a correction has none. */
  until: string | null;
}

export interface RequestsTable {
  district: string;
  id: string;
  no: string;
  street: string;
  region: string;
  item: string;
  category: ServiceCategory;
  source: RequestSource;
  external_no: string | null;
  external_due_at: Date | null;
  /** Title, body and what is called masked hold nothing personal: that is in `request_personal`, sealed. */
  title: string;
  body: string;
  address_masked: string | null;
  grid: string | null;
  longitude: number | null;
  latitude: number | null;
  datum: 'CGCS2000' | 'WGS84' | 'GCJ02' | null;
  applicant_name_masked: string | null;
  applicant_phone_masked: string | null;
  applicant_identity_type: IdentityType | null;
  applicant_identity_masked: string | null;
  urgent: boolean;
  vulnerable: boolean;
  state: RequestState;
  round: number;
  version: number;
  lead: string | null;
  assistants: string[];
  returns: number;
  reminders: number;
  corrections: number;
  submitted_at: Date;
  last_action: Action | 'create' | 'reckon' | 'note' | 'rate';
  last_action_at: Date;
  last_action_by: string | null;
  promised_limit: number;
  promised_unit: LimitUnit;
  statutory_limit: number;
  statutory_unit: LimitUnit;
  extended_limit: number;
  clock_start: ClockStart;
  clock_started_at: Date | null;
  clock_stopped_at: Date | null;
  pauses: ColumnType<StoredPause[], string, string>;
  paused_since: Date | null;
  paused_from: RequestState | null;
  /** What keeps the clock standing: a special procedure, a correction, or both. */
  open_pauses: ColumnType<OpenPause[], string, string>;
  /** When the special procedure that is open ends by itself. */
  resume_at: Date | null;
  promised_due_at: Date | null;
  statutory_due_at: Date | null;
  yellow_at: Date | null;
  provisional: boolean;
  open_approval: ApprovalKind | null;
  open_approval_id: string | null;
  arbitration: boolean;
  /** Who decides on the open return that waits for arbitration, as the district had it set when it was asked for; null without one. */
  arbiter: ApprovalDecider | null;
  first_contact_at: Date | null;
  callback_at: Date | null;
  callback_reached: boolean | null;
  callback_satisfied: boolean | null;
  rating: Rating | null;
  /** When the resident or the call-back rated this round. */
  rated_at: Date | null;
  rectification: RectificationState | null;
  rectify_by: Date | null;
  /** Whose work was rated poorly; another unit puts it right. */
  rectify_from: string | null;
  merged_into: string | null;
  /** When its unit was last reminded. */
  reminded_at: Date | null;
  /** Who has taken it upon themselves; holds until `claimed_until` and no longer, whatever stands here. */
  claimed_by: string | null;
  claimed_name: string | null;
  claimed_at: Date | null;
  claimed_until: Date | null;
  /** Asked for no correction by then, a request whose clock starts at acceptance counts as accepted. */
  accept_by: Date | null;
  /** Until when the unit it is with may return it; null while it is with none, or was dispatched before there was such a day. */
  return_by: Date | null;
  /** Values before the last step, where it can be taken back; null once anything has happened since. */
  undo: ColumnType<Record<string, unknown> | null, string | null, string | null>;
  /** Whose step that was. */
  undo_by: string | null;
  /** A reminder of this request alone waits for offices, and nothing was done since: undo takes it back. */
  reminder_to_undo: boolean;
  /** Bigrams of the text as a tsvector, made by us. */
  words: ColumnType<never, string, string>;
  open: GeneratedAlways<boolean>;
  due_key: GeneratedAlways<Date>;
}

export interface TimelineTable {
  district: string;
  request_id: string;
  seq: number;
  at: Date;
  action: Action | 'create' | 'reckon' | 'note' | 'rate';
  phase: 'done' | 'asked' | 'granted' | 'refused' | 'escalated' | 'deemed';
  state_from: RequestState | null;
  state_to: RequestState;
  round: number;
  by_name: string | null;
  by_unit: string | null;
  text: string | null;
  unit: string | null;
  public: boolean;
}

export interface ApprovalsTable {
  district: string;
  id: string;
  request_id: string;
  kind: ApprovalKind;
  state: ApprovalState;
  applicant_id: string;
  applicant_name: string;
  applicant_unit: string | null;
  reason: string;
  /** The action's whole input, applied when it is granted. */
  input: ColumnType<Record<string, unknown>, string, string>;
  arbitration: boolean;
  opened_at: Date;
  decide_by: Date;
  decided_at: Date | null;
  decided_by: string | null;
  decision: string | null;
  version: number;
}

/** How a district handles a kind of approval, where it is not the preset. */
export interface ApprovalSettingsTable {
  district: string;
  kind: ApprovalKind;
  decide_limit: number;
  decide_unit: LimitUnit;
  grants_itself: boolean;
  decider: ApprovalDecider;
  /** Null in rows from before it was recorded. */
  set_by: string | null;
  set_at: Date | null;
  version: number;
}

export interface RectificationSettingsTable {
  district: string;
  rectify_limit: number;
  rectify_unit: LimitUnit;
  /** Null in rows from before it was recorded. */
  set_by: string | null;
  set_at: Date | null;
  version: number;
}

export interface RequestNumbersTable {
  district: string;
  date: string;
  last: number;
}

/** A request as it is worked on: everything but what the database derives. */
export type RequestRow = Omit<Selectable<RequestsTable>, 'words' | 'open' | 'due_key'>;

export type TimelineRow = Selectable<TimelineTable>;

export type ApprovalRow = Selectable<ApprovalsTable>;
