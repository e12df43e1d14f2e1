import type {
  AttemptsTable,
  DeviceCodesTable,
  FamiliarAddressesTable,
  OneTimeCodesTable,
  OperatorsTable,
  PageSessionsTable,
  PasswordsTable,
  SignInStepsTable,
  TokensTable,
} from './schema/access.ts';
import type { AttachmentsTable } from './schema/attachments.ts';
import type { AuditAnchorsTable, AuditSealsTable, AuditTable } from './schema/audit.ts';
import type {
  AgenciesTable,
  CalendarDaysTable,
  CalendarYearsTable,
  DatasetsTable,
  RegionsTable,
  ServiceItemsTable,
} from './schema/dictionaries.ts';
import type { HandoverItemsTable, ShiftsTable } from './schema/duty.ts';
import type {
  DeliveriesTable,
  HouseholdsTable,
  NoticeStepsTable,
  NoticesTable,
  ResidentsTable,
  ResidentTokensTable,
} from './schema/notices.ts';
import type { EventsTable, IdempotencyKeysTable, InstallationTable } from './schema/platform.ts';
import type { RequestPersonalTable, RevealsTable, SealingKeysTable } from './schema/privacy.ts';
import type { EntryCountsTable, EntryTasksTable, RolloutTable } from './schema/progress.ts';
import type {
  ApprovalSettingsTable,
  ApprovalsTable,
  RectificationSettingsTable,
  RequestNumbersTable,
  RequestsTable,
  TimelineTable,
} from './schema/requests.ts';
import type { ReplyTemplatesTable } from './schema/templates.ts';
import type {
  PagedRequestsTable,
  PagesTable,
  PagingStepsTable,
  ReminderSlipRequestsTable,
  ReminderSlipsTable,
  SnoozesTable,
} from './schema/triage.ts';

/** Every table of the database. */
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
  attachments: AttachmentsTable;
  reply_templates: ReplyTemplatesTable;
  approval_settings: ApprovalSettingsTable;
  rectification_settings: RectificationSettingsTable;
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
  snoozes: SnoozesTable;
  shifts: ShiftsTable;
  handover_items: HandoverItemsTable;
  reminder_slips: ReminderSlipsTable;
  reminder_slip_requests: ReminderSlipRequestsTable;
  paging_steps: PagingStepsTable;
  pages: PagesTable;
  paged_requests: PagedRequestsTable;
}
