/** The contract's shapes as types alone, for those who must not load a schema. */
import type * as z from 'zod';
import type { Operator as OperatorSchema } from './schemas/access.ts';
import type * as approvals from './schemas/approvals.ts';
import type * as dictionaries from './schemas/dictionaries.ts';
import type { DistrictEvent as DistrictEventSchema } from './schemas/events.ts';
import type { RegionRef as RegionRefSchema, UnitRef as UnitRefSchema } from './schemas/fields.ts';
import type * as notices from './schemas/notices.ts';
import type { Overview as OverviewSchema } from './schemas/overview.ts';
import type { PlatformInfo as PlatformInfoSchema } from './schemas/platform.ts';
import type { CurrentState as CurrentStateSchema, Problem as ProblemSchema } from './schemas/problem.ts';
import type * as progress from './schemas/progress.ts';
import type * as requests from './schemas/requests.ts';

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type PlatformInfo = z.infer<typeof PlatformInfoSchema>;
export type Operator = z.infer<typeof OperatorSchema>;
export type RegionRef = z.infer<typeof RegionRefSchema>;
export type UnitRef = z.infer<typeof UnitRefSchema>;
export type Region = z.infer<typeof dictionaries.Region>;
export type Agency = z.infer<typeof dictionaries.Agency>;
export type ServiceItem = z.infer<typeof dictionaries.ServiceItem>;
export type Limit = z.infer<typeof dictionaries.Limit>;
export type Overview = z.infer<typeof OverviewSchema>;
export type RequestSummary = z.infer<typeof requests.RequestSummary>;
export type RequestDetail = z.infer<typeof requests.RequestDetail>;
export type TimelineEntry = z.infer<typeof requests.TimelineEntry>;
export type RequestSort = z.infer<typeof requests.RequestSort>;
export type FileRequest = z.input<typeof requests.FileRequest>;
export type CreateRequest = z.input<typeof requests.CreateRequest>;
export type ActionInput = z.infer<typeof requests.ActionInput>;
export type ActionOutcome = z.infer<typeof requests.ActionOutcome>;
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
