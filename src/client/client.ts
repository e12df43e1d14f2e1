import type { NoticeAction } from '@district/contract/notice-transitions.ts';
import type { OperatorAction } from '@district/contract/posts.ts';
import type { Action } from '@district/contract/transitions.ts';
import type { PageState } from '@district/contract/triage.ts';
import type {
  AccessToken,
  Account,
  AccountDetail,
  ActionInput,
  ActionOutcome,
  AddAttachment,
  AddOperator,
  Agency,
  ApplicantRequests,
  Approval,
  ApprovalSetting,
  ApprovalSettings,
  Attachment,
  AttachmentContent,
  AudienceCount,
  AuditCheckpoint,
  AuditEntry,
  AuditVerification,
  BothWaysPage,
  CalendarImpact,
  CalendarYear,
  ChangedAccount,
  ClockAccount,
  CreatedToken,
  CreateNotice,
  CreateRequest,
  CreateToken,
  Dataset,
  Delivery,
  DeviceCode,
  DistrictEvent,
  DueDate,
  DutyLog,
  DutyStatus,
  EndedSession,
  ExportedRequest,
  ExportRequests,
  FindByApplicant,
  HandedOver,
  HandOver,
  HandoverItem,
  NoticeAudience,
  NoticeDetail,
  NoticeSummary,
  Operator,
  OperatorActionInput,
  Overview,
  Page,
  PagingPage,
  PagingStep,
  PlatformInfo,
  ProgressGrid,
  ProgressPage,
  ProgressTrend,
  RectificationSetting,
  Region,
  RemindedUnit,
  ReminderPlan,
  RemindUnit,
  ReplyTemplate,
  RequestDetail,
  RequestFacets,
  RequestSelection,
  RequestSort,
  RequestSummary,
  Revealed,
  RevealList,
  RevealRequest,
  SavedPagingStep,
  SaveTemplate,
  ServiceItem,
  Session,
  SetApprovalSetting,
  SetCalendarYear,
  SetPagingStep,
  SetRectification,
  SimilarRequests,
  Snooze,
  StartDuty,
  StartedDuty,
  Stats,
  StatsTrend,
  TemplateList,
  Token,
  TriageCard,
  TriagePage,
} from '@district/contract/types.ts';
import type {
  ApprovalKind,
  ApprovalState,
  AuditOutcome,
  DeliveryState,
  LimitUnit,
  NoticeState,
  ProgressBy,
  RegionLevel,
  Role,
  ServiceCategory,
  StatsBy,
} from '@district/contract/vocabulary.ts';

interface PageQuery {
  limit?: number;
  cursor?: string;
}

/** Of a list that can be walked from either end; `page` goes without a cursor. */
export interface BothWaysQuery extends PageQuery {
  page?: 'first' | 'last';
}

export interface OperatorsQuery extends BothWaysQuery {
  role?: Role | 'none';
  /** 12 digits. */
  region?: string;
  /** Part of the name or login. */
  q?: string;
}

export interface WriteOptions {
  /** The same key makes a repeat safe; a new one is made when it is left out. */
  idempotencyKey?: string;
  dryRun?: boolean;
}

/** Which district is meant, six digits. */
export type OfDistrict = { district?: string };

export interface ChangeOptions extends WriteOptions {
  /** The version seen; left out it means any (`If-Match: *`). */
  version?: number;
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  /** Parsed JSON where the answer is JSON, else its text. */
  body: unknown;
}

/** What the console can ask of a platform. Every method throws ClientError and nothing else. */
export interface Client {
  readonly url: string;
  platform(signal?: AbortSignal): Promise<PlatformInfo>;
  me(signal?: AbortSignal): Promise<Operator>;
  /** Begins a sign-in by device authorization; needs no token. */
  askForDeviceCode(signal?: AbortSignal): Promise<DeviceCode>;
  /** Asked every `interval` seconds; fails with `authorization_pending` until the person has let the console in. */
  askForDeviceToken(deviceCode: string, signal?: AbortSignal): Promise<AccessToken>;
  /** Ends the session or token that this client is signed in with. */
  endSession(signal?: AbortSignal): Promise<EndedSession>;
  overview(signal?: AbortSignal): Promise<Overview>;
  listRequests(
    query: BothWaysQuery & { q?: string; sort?: RequestSort },
    signal?: AbortSignal,
  ): Promise<BothWaysPage<RequestSummary>>;
  /** What a filter matches right now, whole or between two requests in the order of `sort`, up to REQUESTS_SELECTED_MAX. */
  selectRequests(
    query: { q?: string; sort?: RequestSort; firstNo?: string; lastNo?: string },
    signal?: AbortSignal,
  ): Promise<RequestSelection>;
  /** `by` is a list of facets parted by commas; all of them when left out. */
  countRequests(
    query: { q?: string; by?: string; limit?: number },
    signal?: AbortSignal,
  ): Promise<RequestFacets>;
  getRequest(no: string, signal?: AbortSignal): Promise<RequestDetail>;
  explainRequest(no: string, signal?: AbortSignal): Promise<ClockAccount>;
  /** `from` is a date, or an instant in UTC. */
  reckonDue(query: { from: string; limit: number; unit?: LimitUnit }, signal?: AbortSignal): Promise<DueDate>;
  calendarYear(year: number, signal?: AbortSignal): Promise<CalendarYear>;
  setCalendarYear(year: number, input: SetCalendarYear, options?: ChangeOptions): Promise<CalendarImpact>;
  /** The contract has no dry run of this one: asking for it would create. */
  createRequest(
    input: CreateRequest,
    options?: Pick<WriteOptions, 'idempotencyKey'>,
  ): Promise<RequestSummary>;
  rectificationSetting(query: OfDistrict, signal?: AbortSignal): Promise<RectificationSetting>;
  setRectification(
    input: SetRectification,
    options?: ChangeOptions & OfDistrict,
  ): Promise<RectificationSetting>;
  listTemplates(signal?: AbortSignal): Promise<TemplateList>;
  saveTemplate(name: string, input: SaveTemplate, options?: ChangeOptions): Promise<ReplyTemplate>;
  removeTemplate(name: string, options?: ChangeOptions): Promise<ReplyTemplate>;
  addAttachment(no: string, input: AddAttachment, options?: WriteOptions): Promise<Attachment>;
  /** Logged by the platform. */
  readAttachment(no: string, id: string, signal?: AbortSignal): Promise<AttachmentContent>;
  removeAttachment(no: string, id: string, options?: WriteOptions): Promise<Attachment>;
  /** Logged by the platform, each time: never repeated by itself. */
  reveal(no: string, input: RevealRequest): Promise<Revealed>;
  listReveals(no: string, signal?: AbortSignal): Promise<RevealList>;
  findByApplicant(input: FindByApplicant): Promise<ApplicantRequests>;
  exportRequests(input: ExportRequests, signal?: AbortSignal): Promise<Page<ExportedRequest>>;
  /** Takes a request upon oneself, or keeps it longer; fails with `already_claimed` when somebody else has it. */
  claim(no: string, options?: WriteOptions): Promise<RequestSummary>;
  release(no: string, options?: WriteOptions): Promise<RequestSummary>;
  note(no: string, text: string, options?: WriteOptions): Promise<RequestSummary>;
  /** Puts a request off in one's own queue until an instant; `null` has it back now. */
  snooze(no: string, until: string | null, options?: WriteOptions): Promise<Snooze>;
  similarRequests(no: string, signal?: AbortSignal): Promise<SimilarRequests>;
  /** `free` leaves out what others have claimed. */
  listTriage(query: PageQuery & { free?: boolean }, signal?: AbortSignal): Promise<TriagePage>;
  triageCard(no: string, signal?: AbortSignal): Promise<TriageCard>;
  duty(signal?: AbortSignal): Promise<DutyStatus>;
  startDuty(input: StartDuty, options?: WriteOptions): Promise<StartedDuty>;
  /** Ends one's shift; fails with `not_on_duty` when there is none. */
  handOver(input: HandOver, options?: WriteOptions): Promise<HandedOver>;
  /** Strikes one thing handed over off; `take` claims its request as well. */
  acknowledge(item: string, take: boolean, options?: WriteOptions): Promise<HandoverItem>;
  /** Of one shift, of a time, or of the last shift. */
  dutyLog(
    query: PageQuery & { shift?: string; from?: string; to?: string },
    signal?: AbortSignal,
  ): Promise<DutyLog>;
  planReminders(query: { q?: string }, signal?: AbortSignal): Promise<ReminderPlan>;
  /** One reminder of all that a unit has; fails with `already_reminded` when it has had the day's. */
  remindUnit(input: RemindUnit, options?: WriteOptions): Promise<RemindedUnit>;
  listPagingSteps(signal?: AbortSignal): Promise<{ items: PagingStep[] }>;
  /** `district` is for those above one. */
  setPagingStep(
    step: number,
    input: SetPagingStep,
    options?: ChangeOptions & OfDistrict,
  ): Promise<SavedPagingStep>;
  removePagingStep(step: number, options?: WriteOptions & OfDistrict): Promise<PagingStep>;
  /** Pages as an exercise, once. */
  testPagingStep(step: number, options?: WriteOptions & OfDistrict): Promise<PagingPage>;
  listPages(query: PageQuery & { state?: PageState }, signal?: AbortSignal): Promise<Page<PagingPage>>;
  act(no: string, action: Action, input: ActionInput, options?: ChangeOptions): Promise<ActionOutcome>;
  listApprovals(
    query: BothWaysQuery & { state?: 'open' | ApprovalState; kind?: ApprovalKind },
    signal?: AbortSignal,
  ): Promise<BothWaysPage<Approval>>;
  /** `district` only for those whose area has several. */
  approvalSettings(query: OfDistrict, signal?: AbortSignal): Promise<ApprovalSettings>;
  setApprovalSetting(
    kind: ApprovalKind,
    input: SetApprovalSetting,
    options?: ChangeOptions & OfDistrict,
  ): Promise<ApprovalSetting>;
  getApproval(id: string, signal?: AbortSignal): Promise<Approval>;
  grantApproval(id: string, input: { remark?: string }, options?: ChangeOptions): Promise<Approval>;
  refuseApproval(id: string, input: { reason: string }, options?: ChangeOptions): Promise<Approval>;
  listNotices(
    query: BothWaysQuery & { state?: NoticeState },
    signal?: AbortSignal,
  ): Promise<BothWaysPage<NoticeSummary>>;
  getNotice(no: string, signal?: AbortSignal): Promise<NoticeDetail>;
  /** Counts only; nothing is written. */
  countAudience(audience: NoticeAudience, signal?: AbortSignal): Promise<AudienceCount>;
  createNotice(input: CreateNotice, options?: WriteOptions): Promise<NoticeDetail>;
  actOnNotice(
    no: string,
    action: NoticeAction,
    input: { reason?: string },
    options?: ChangeOptions,
  ): Promise<NoticeDetail>;
  listDeliveries(
    no: string,
    query: PageQuery & { state?: DeliveryState },
    signal?: AbortSignal,
  ): Promise<Page<Delivery>>;
  /** Accounts whose posts lie in one's subtree. */
  listOperators(query: OperatorsQuery, signal?: AbortSignal): Promise<BothWaysPage<Account>>;
  /** By id or login. */
  getOperator(id: string, signal?: AbortSignal): Promise<AccountDetail>;
  addOperator(input: AddOperator, options?: WriteOptions): Promise<AccountDetail>;
  actOnOperator(
    id: string,
    action: OperatorAction,
    input: OperatorActionInput,
    options?: ChangeOptions,
  ): Promise<ChangedAccount>;
  /** One's own where no operator is named. */
  listSessions(query: PageQuery & { operator?: string }, signal?: AbortSignal): Promise<Page<Session>>;
  revokeSession(id: string, options?: WriteOptions): Promise<Session>;
  listTokens(query: PageQuery & { operator?: string }, signal?: AbortSignal): Promise<Page<Token>>;
  /** The answer alone carries the token, and only the first time. */
  createToken(input: CreateToken, options?: WriteOptions): Promise<CreatedToken>;
  revokeToken(id: string, options?: WriteOptions): Promise<Token>;
  listRegions(
    query: PageQuery & { level?: RegionLevel; parent?: string },
    signal?: AbortSignal,
  ): Promise<Page<Region>>;
  listAgencies(query: PageQuery, signal?: AbortSignal): Promise<Page<Agency>>;
  listItems(
    query: PageQuery & { category?: ServiceCategory },
    signal?: AbortSignal,
  ): Promise<Page<ServiceItem>>;
  listDatasets(query: PageQuery, signal?: AbortSignal): Promise<Page<Dataset>>;
  /** One's own subtree where no region (12 digits) is named. */
  listProgress(
    query: PageQuery & { by?: ProgressBy; region?: string; dataset?: string; behind?: boolean },
    signal?: AbortSignal,
  ): Promise<ProgressPage>;
  progressGrid(query: { region?: string }, signal?: AbortSignal): Promise<ProgressGrid>;
  progressTrend(
    query: { region?: string; dataset: string; days?: number },
    signal?: AbortSignal,
  ): Promise<ProgressTrend>;
  /** Days are dates in Asia/Shanghai, both included; this month up to today where none is named. */
  stats(
    query: { by?: StatsBy; from?: string; to?: string; q?: string },
    signal?: AbortSignal,
  ): Promise<Stats>;
  statsTrend(
    query: { by?: StatsBy; to?: string; months?: number; q?: string },
    signal?: AbortSignal,
  ): Promise<StatsTrend>;
  listAudit(
    query: BothWaysQuery & {
      operator?: string;
      action?: string;
      object?: string;
      outcome?: AuditOutcome;
      ip?: string;
      region?: string;
      from?: string;
      to?: string;
    },
    signal?: AbortSignal,
  ): Promise<BothWaysPage<AuditEntry>>;
  /** One stretch of one chain; `next` of the answer is the cursor of the one after it. */
  verifyAudit(
    input: { region?: string; cursor?: string; checkpoints?: AuditCheckpoint[] },
    signal?: AbortSignal,
  ): Promise<AuditVerification>;
  /** Events after `after`; ends when the connection does or the signal aborts. The caller reconnects with the last id. */
  events(options: {
    after?: string;
    signal?: AbortSignal;
    /** Called once the stream stands: whatever happens from then on is told. */
    onOpen?: () => void;
  }): AsyncIterable<DistrictEvent>;
  raw(
    method: string,
    path: string,
    options?: { body?: string; headers?: Record<string, string> },
  ): Promise<RawAnswer>;
}
