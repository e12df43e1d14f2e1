/** The contract's shapes as types alone, for those who must not load a schema. */
import type * as z from 'zod';
import type { Operator as OperatorSchema } from './schemas/access.ts';
import type * as accounts from './schemas/accounts.ts';
import type * as approvals from './schemas/approvals.ts';
import type * as audit from './schemas/audit.ts';
import type * as calendar from './schemas/calendar.ts';
import type * as dictionaries from './schemas/dictionaries.ts';
import type { DistrictEvent as DistrictEventSchema } from './schemas/events.ts';
import type { RegionRef as RegionRefSchema, UnitRef as UnitRefSchema } from './schemas/fields.ts';
import type * as notices from './schemas/notices.ts';
import type { Overview as OverviewSchema } from './schemas/overview.ts';
import type { PlatformInfo as PlatformInfoSchema } from './schemas/platform.ts';
import type * as privacy from './schemas/privacy.ts';
import type { CurrentState as CurrentStateSchema, Problem as ProblemSchema } from './schemas/problem.ts';
import type * as progress from './schemas/progress.ts';
import type * as requests from './schemas/requests.ts';
import type * as signIn from './schemas/sign-in.ts';

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Of a list that can be walked from either end. */
export interface BothWaysPage<T> extends Page<T> {
  prev: string | null;
}

export type PlatformInfo = z.infer<typeof PlatformInfoSchema>;
export type Operator = z.infer<typeof OperatorSchema>;
export type Account = z.infer<typeof accounts.Account>;
export type AccountDetail = z.infer<typeof accounts.AccountDetail>;
export type ChangedAccount = z.infer<typeof accounts.ChangedAccount>;
export type AddOperator = z.input<typeof accounts.AddOperator>;
export type OperatorActionInput = z.input<typeof accounts.OperatorActionInput>;
export type Session = z.infer<typeof accounts.Session>;
export type Token = z.infer<typeof accounts.Token>;
export type CreatedToken = z.infer<typeof accounts.CreatedToken>;
export type CreateToken = z.input<typeof accounts.CreateToken>;
export type RegionRef = z.infer<typeof RegionRefSchema>;
export type UnitRef = z.infer<typeof UnitRefSchema>;
export type Region = z.infer<typeof dictionaries.Region>;
export type Agency = z.infer<typeof dictionaries.Agency>;
export type ServiceItem = z.infer<typeof dictionaries.ServiceItem>;
export type Limit = z.infer<typeof dictionaries.Limit>;
export type CalendarYear = z.infer<typeof calendar.CalendarYear>;
export type SetCalendarYear = z.infer<typeof calendar.SetCalendarYear>;
export type CalendarImpact = z.infer<typeof calendar.CalendarImpact>;
export type CountedDay = z.infer<typeof calendar.CountedDay>;
export type DueDate = z.infer<typeof calendar.DueDate>;
export type ClockAccount = z.infer<typeof calendar.ClockAccount>;
export type Overview = z.infer<typeof OverviewSchema>;
export type RequestSummary = z.infer<typeof requests.RequestSummary>;
export type RequestDetail = z.infer<typeof requests.RequestDetail>;
export type TimelineEntry = z.infer<typeof requests.TimelineEntry>;
export type SelectedRequest = z.infer<typeof requests.SelectedRequest>;
export type RequestSelection = z.infer<typeof requests.RequestSelection>;
export type RequestSort = z.infer<typeof requests.RequestSort>;
export type FileRequest = z.input<typeof requests.FileRequest>;
export type CreateRequest = z.input<typeof requests.CreateRequest>;
export type ActionInput = z.infer<typeof requests.ActionInput>;
export type ActionOutcome = z.infer<typeof requests.ActionOutcome>;
export type RevealRequest = z.infer<typeof privacy.RevealRequest>;
export type Revealed = z.infer<typeof privacy.Revealed>;
export type RevealList = z.infer<typeof privacy.RevealList>;
export type FindByApplicant = z.infer<typeof privacy.FindByApplicant>;
export type ApplicantRequests = z.infer<typeof privacy.ApplicantRequests>;
export type ExportRequests = z.input<typeof privacy.ExportRequests>;
export type ExportedRequest = z.infer<typeof privacy.ExportedRequest>;
export type PublicReceipt = z.infer<typeof requests.PublicReceipt>;
export type PublicProgress = z.infer<typeof requests.PublicProgress>;
export type Approval = z.infer<typeof approvals.Approval>;
export type Problem = z.infer<typeof ProblemSchema>;
export type CurrentState = z.infer<typeof CurrentStateSchema>;
export type DistrictEvent = z.infer<typeof DistrictEventSchema>;
export type NoticeSummary = z.infer<typeof notices.NoticeSummary>;
export type NoticeDetail = z.infer<typeof notices.NoticeDetail>;
export type CreateNotice = z.input<typeof notices.CreateNotice>;
export type NoticeAudience = z.infer<typeof notices.NoticeAudience>;
export type AudienceCount = z.infer<typeof notices.AudienceCount>;
export type Delivery = z.infer<typeof notices.Delivery>;
export type InboxPage = z.infer<typeof notices.InboxPage>;
export type SiteNoticePage = z.infer<typeof notices.SiteNoticePage>;
export type Dataset = z.infer<typeof progress.Dataset>;
export type ProgressRow = z.infer<typeof progress.ProgressRow>;
export type ProgressPage = z.infer<typeof progress.ProgressPage>;
export type ProgressGrid = z.infer<typeof progress.ProgressGrid>;
export type ProgressGridRow = ProgressGrid['rows'][number];
export type ProgressCell = ProgressGridRow['cells'][number];
export type ProgressTrend = z.infer<typeof progress.ProgressTrend>;
export type DeviceCode = z.infer<typeof signIn.DeviceCode>;
export type AccessToken = z.infer<typeof signIn.AccessToken>;
export type EndedSession = z.infer<typeof signIn.EndedSession>;
export type AuditEntry = z.infer<typeof audit.AuditEntry>;
export type AuditCheckpoint = z.infer<typeof audit.AuditCheckpoint>;
export type AuditVerification = z.infer<typeof audit.AuditVerification>;
export type AuditFound = AuditVerification['findings'][number];
