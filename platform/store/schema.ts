import type { IdentityType } from '@district/contract/identity-document.ts';
import type { NoticeAction, NoticeStep } from '@district/contract/notice-transitions.ts';
import type { Action } from '@district/contract/transitions.ts';
import type {
  ApprovalKind,
  ApprovalState,
  AuditOutcome,
  BearerKind,
  ClockStart,
  DeliveryState,
  EventType,
  ItemKind,
  LimitUnit,
  NoticeChannel,
  NoticeState,
  Rating,
  RegionLevel,
  RequestSource,
  RequestState,
  RevealField,
  RevealMeans,
  Role,
  RolloutState,
  Scope,
  ServiceCategory,
  UnitKind,
} from '@district/contract/vocabulary.ts';
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType, Selectable } from 'kysely';

/** A jsonb column: written as text, read as the value. */
type Json<T extends object> = JSONColumnType<T>;

interface Validity {
  valid_from: string;
  valid_to: string | null;
  successors: string[];
}

export interface RegionsTable extends Validity {
  code: string;
  name: string;
  level: RegionLevel;
  parent: string | null;
  /** Two letters that begin request numbers; districts only. */
  initials: string | null;
}

export interface AgenciesTable extends Validity {
  id: string;
  name_zh: string;
  name_en: string;
  short_zh: string;
}

export interface ServiceItemsTable extends Validity {
  id: string;
  name_zh: string;
  name_en: string;
  category: ServiceCategory;
  kind: ItemKind;
  handler: UnitKind;
  agency: string | null;
  clock_start: ClockStart;
  promised_limit: number;
  promised_unit: LimitUnit;
  statutory_limit: number;
  statutory_unit: LimitUnit;
  procedure_zh: Json<string[]>;
  materials_zh: Json<string[]>;
  basis_zh: string;
}

export interface CalendarDaysTable {
  date: string;
  working: boolean;
  name: string;
}

export interface CalendarYearsTable {
  year: number;
  paper: string;
  version: number;
}

export interface OperatorsTable {
  /** The operator's own subtree, shortest prefix: `3203`, `320302`, `320302003`. */
  district: string;
  id: string;
  name: string;
  /** Null until a security officer has given one: no rights at all. */
  role: Role | null;
  region: string;
  /** `agency:urban_management`, `street:…`; null at the centre. */
  unit: string | null;
  /** Lower case; null for those who never sign in by page. */
  login: ColumnType<string | null, string | null | undefined, string | null>;
  disabled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  version: Generated<number>;
  /** A code of the phone is asked for after the password. */
  one_time_codes: Generated<boolean>;
  sign_in_changed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface TokensTable {
  district: string;
  id: string;
  /** SHA-256 of the token, hex: the token itself is nowhere in the database. */
  hash: string;
  operator_id: string;
  kind: BearerKind;
  /** What a script's token is for, in its owner's words. */
  name: string | null;
  /** Null: whatever the operator may. */
  scopes: Scope[] | null;
  created_at: Date;
  /** To the minute; null until it was used. */
  used_at: Date | null;
  expires_at: Date | null;
  ended_at: Date | null;
  /** Where it was opened from. */
  address: string | null;
  agent: string | null;
}

/** The row's id is the operator's: better-auth knows an account with a password by that. */
export interface PasswordsTable {
  id: string;
  provider: ColumnType<string, string | undefined, never>;
  hash: string;
  /** Set by somebody else: its owner has to choose another at the first sign-in. */
  initial: boolean;
  created_at: Date;
  set_at: Date;
}

/** Written by better-auth, in the machine's time. */
export interface PageSessionsTable {
  id: string;
  token: string;
  operator_id: string;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
  address: string | null;
  agent: string | null;
}

/** Written by better-auth: a password was right and a one-time code is waited for. */
export interface SignInStepsTable {
  id: string;
  identifier: string;
  value: string;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
}

/** Written by better-auth, which encrypts both secrets. */
export interface OneTimeCodesTable {
  id: string;
  operator_id: string;
  secret: string;
  recovery_codes: string;
  verified: boolean;
  failures: number;
  locked_until: Date | null;
}

export interface DeviceCodesTable {
  id: string;
  /** SHA-256 of the code that the program holds, hex. */
  device_code: string;
  user_code: string;
  operator_id: ColumnType<string | null, string | null | undefined, string | null>;
  status: string;
  client_id: string | null;
  scope: ColumnType<string | null, string | null | undefined, string | null>;
  last_polled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  polling_interval: ColumnType<number | null, number | null | undefined, number | null>;
  expires_at: Date;
  /** Who asks, for the person to recognise: when, from where, with what program. */
  asked_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  address: ColumnType<string | null, string | null | undefined, string | null>;
  agent: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface AttemptsTable {
  subject: string;
  key: string;
  failures: number;
  last_at: Date;
  blocked_until: Date | null;
}

export interface FamiliarAddressesTable {
  operator_id: string;
  address: string;
  seen_at: Date;
}

export interface StoredPause {
  from: string;
  to: string;
  cause: 'request_correction' | 'special_procedure';
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
  last_action: Action | 'create' | 'reckon';
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
  pause_cause: StoredPause['cause'] | null;
  promised_due_at: Date | null;
  statutory_due_at: Date | null;
  yellow_at: Date | null;
  provisional: boolean;
  open_approval: ApprovalKind | null;
  open_approval_id: string | null;
  arbitration: boolean;
  first_contact_at: Date | null;
  callback_at: Date | null;
  callback_reached: boolean | null;
  callback_satisfied: boolean | null;
  rating: Rating | null;
  merged_into: string | null;
  /** Bigrams of the text as a tsvector, made by us. */
  words: ColumnType<never, string, string>;
  open: GeneratedAlways<boolean>;
  due_key: GeneratedAlways<Date>;
}

/** What a request says of a person, each value sealed in its place. Read for a reveal and nothing else. */
export interface RequestPersonalTable {
  district: string;
  request_id: string;
  /** The key of all sealed values and indexes of the row. */
  key_id: string;
  name: string | null;
  phone: string | null;
  identity: string | null;
  address: string | null;
  /** Title and body as JSON, where numbers in them were masked. */
  text: string | null;
  phone_index: string | null;
  identity_index: string | null;
}

/** Keys that values may have been sealed with, by what names them; the keys themselves are never in the database. */
export interface SealingKeysTable {
  id: string;
  algorithm: string;
  added_at: Date;
}

export interface RevealsTable {
  district: string;
  id: string;
  request_id: string;
  at: Date;
  operator_id: string;
  operator_name: string;
  means: RevealMeans;
  fields: RevealField[];
  purpose: string;
  case_no: string;
}

export interface TimelineTable {
  district: string;
  request_id: string;
  seq: number;
  at: Date;
  action: Action | 'create' | 'reckon';
  phase: 'done' | 'asked' | 'granted' | 'refused' | 'escalated';
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

export interface AuditTable {
  district: string;
  id: string;
  at: Date;
  operator_id: string | null;
  operator_name: string | null;
  action: string;
  object: string;
  address: string | null;
  http_request_id: string;
  before: ColumnType<unknown, string | null, never>;
  after: ColumnType<unknown, string | null, never>;
  /** The writing transaction: the sealer need not look before the oldest that ran when it last looked. */
  xid: Generated<string>;
  outcome: Generated<AuditOutcome>;
  /** The problem a refusal was answered with. */
  code: string | null;
  /** How often within its minute, for refusals that are counted together. */
  count: Generated<number>;
  /** The operator's post then: it may be another today. */
  operator_role: string | null;
  operator_region: string | null;
  /** The session or token it was done with. */
  bearer_id: string | null;
}

/** Where an entry stands in its district's chain; bytes are SHA-256. */
export interface AuditSealsTable {
  district: string;
  seq: number;
  entry_id: string;
  /** Of the entry alone. */
  entry_hash: Buffer;
  /** Of the seal before, the number and the entry. */
  hash: Buffer;
}

/** The last seal of entries that were deleted at the end of their time, signed by the platform. */
export interface AuditAnchorsTable {
  district: string;
  seq: number;
  hash: Buffer;
  at: Date;
  key: string;
  signature: string;
}

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
  state: RequestState | NoticeState;
  request_version: number;
  action: string;
  by_name: string | null;
  approval_id: string | null;
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

export interface RequestNumbersTable {
  district: string;
  date: string;
  last: number;
}

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

interface Named {
  id: string;
  nameZh: string;
  nameEn: string;
}

export interface DatasetsTable extends Validity {
  id: string;
  position: number;
  name_zh: string;
  name_en: string;
  short_zh: string;
  unit: Json<Named>;
  required_fields: Json<Named[]>;
  restricted: boolean;
}

export interface RolloutTable {
  district: string;
  /** A street or a community. */
  region: string;
  street: string;
  state: RolloutState;
  since: string | null;
}

export interface EntryTasksTable {
  district: string;
  region: string;
  dataset: string;
  street: string;
  target: number;
  target_source_zh: string;
  /** Null until the place has the platform. */
  start_date: string | null;
  due_date: string;
}

/** What one day added to a task. */
export interface EntryCountsTable {
  district: string;
  region: string;
  dataset: string;
  date: string;
  street: string;
  entered: number;
  complete: number;
  accurate: number;
  on_time: number;
}

/** Facts of this installation, one row a name: the sandbox's anchor, the clock's offset. */
export interface InstallationTable {
  name: string;
  value: ColumnType<Record<string, unknown>, string, string>;
}

export interface Schema {
  regions: RegionsTable;
  agencies: AgenciesTable;
  service_items: ServiceItemsTable;
  calendar_days: CalendarDaysTable;
  calendar_years: CalendarYearsTable;
  operators: OperatorsTable;
  tokens: TokensTable;
  passwords: PasswordsTable;
  page_sessions: PageSessionsTable;
  sign_in_steps: SignInStepsTable;
  one_time_codes: OneTimeCodesTable;
  device_codes: DeviceCodesTable;
  attempts: AttemptsTable;
  familiar_addresses: FamiliarAddressesTable;
  requests: RequestsTable;
  request_personal: RequestPersonalTable;
  sealing_keys: SealingKeysTable;
  reveals: RevealsTable;
  timeline: TimelineTable;
  approvals: ApprovalsTable;
  audit: AuditTable;
  audit_seals: AuditSealsTable;
  audit_anchors: AuditAnchorsTable;
  events: EventsTable;
  idempotency_keys: IdempotencyKeysTable;
  request_numbers: RequestNumbersTable;
  datasets: DatasetsTable;
  rollout: RolloutTable;
  entry_tasks: EntryTasksTable;
  entry_counts: EntryCountsTable;
  installation: InstallationTable;
  households: HouseholdsTable;
  residents: ResidentsTable;
  resident_tokens: ResidentTokensTable;
  notice_numbers: RequestNumbersTable;
  notices: NoticesTable;
  notice_steps: NoticeStepsTable;
  deliveries: DeliveriesTable;
}

/** A request as it is worked on: everything but what the database derives. */
export type RequestRow = Omit<Selectable<RequestsTable>, 'words' | 'open' | 'due_key'>;
export type RequestPersonalRow = Selectable<RequestPersonalTable>;
export type TimelineRow = Selectable<TimelineTable>;
export type ApprovalRow = Selectable<ApprovalsTable>;
export type OperatorRow = Selectable<OperatorsTable>;
export type NoticeRow = Selectable<NoticesTable>;
