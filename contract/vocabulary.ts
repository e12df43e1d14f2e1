/** The closed word lists of the contract. No zod here: the one-shot path reads these without loading a schema. */

export const REQUEST_STATES = [
  'submitted',
  'accepted',
  'assigned',
  'in_progress',
  'suspended',
  'resolved',
  'closed',
  'declined',
  'withdrawn',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** States in which somebody still owes the resident an answer. */
export const OPEN_STATES = [
  'submitted',
  'accepted',
  'assigned',
  'in_progress',
  'suspended',
] as const satisfies readonly RequestState[];

export const LIGHTS = ['red', 'yellow', 'green'] as const;
export type Light = (typeof LIGHTS)[number];

/** By what requests can be counted, each under the name of the filter's key that narrows to one of its values. */
export const FACETS = [
  'light',
  'state',
  'to',
  'street',
  'community',
  'category',
  'item',
  'source',
  'approval',
  'rating',
] as const;
export type Facet = (typeof FACETS)[number];

/** What may stop a clock (行政许可法 45): what the applicant still owes, and hearings, inspections and expert reviews. */
export const PAUSE_CAUSES = ['request_correction', 'special_procedure'] as const;
export type PauseCause = (typeof PAUSE_CAUSES)[number];

export const LIMIT_UNITS = ['working_day', 'calendar_day', 'hour'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

export const CLOCK_STARTS = ['submission', 'dispatch', 'acceptance'] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];

export const ITEM_KINDS = ['consultation', 'help', 'complaint', 'suggestion', 'licensing', 'urgent'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const SERVICE_CATEGORIES = [
  'government',
  'community',
  'property',
  'living',
  'neighbourhood',
  'public_benefit',
  'volunteer',
] as const;
export type ServiceCategory = (typeof SERVICE_CATEGORIES)[number];

export const REQUEST_SOURCES = ['public', 'phone', 'window', 'app', 'grid', 'hotline'] as const;
export type RequestSource = (typeof REQUEST_SOURCES)[number];

export const REGION_LEVELS = [
  'province',
  'city',
  'district',
  'street',
  'town',
  'township',
  'zone',
  'community',
  'village',
] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

export const APPROVAL_KINDS = ['return', 'extend', 'special_procedure', 'decline', 'resolve'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export const APPROVAL_STATES = ['pending', 'escalated', 'granted', 'refused', 'taken_back'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** Who decides on a kind of approval: everybody at the centre who may decide, or administrators alone. */
export const APPROVAL_DECIDERS = ['centre', 'administrator'] as const;
export type ApprovalDecider = (typeof APPROVAL_DECIDERS)[number];

export const RATINGS = [
  'very_satisfied',
  'satisfied',
  'basically_satisfied',
  'dissatisfied',
  'very_dissatisfied',
] as const;
export type Rating = (typeof RATINGS)[number];
/** Those that call for the work to be put right by another unit. */
export const POOR_RATINGS = ['dissatisfied', 'very_dissatisfied'] as const satisfies readonly Rating[];

/** How far a poor rating has been put right: nobody has begun, another unit is at it, it is closed again. */
export const RECTIFICATION_STATES = ['open', 'under_way', 'done'] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];

/** One post a person; whoever has two has two operators, so that administrator, security officer and auditor stay three people. */
export const ROLES = [
  'province_administrator',
  'city_administrator',
  'administrator',
  'duty_officer',
  'approver',
  'notice_author',
  'agency_handler',
  'street_operator',
  'community_operator',
  'security_officer',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** What a script's token may be made for; writing includes reading. A session may do whatever its operator may. */
export const SCOPES = [
  'requests:read',
  'requests:write',
  'notices:read',
  'notices:write',
  'progress:read',
  'accounts:read',
  'accounts:write',
  'audit:read',
  'personal:reveal',
  'calendar:write',
  'paging:write',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What a route asks of a bearer; `signed_in` is content with any. */
export type RouteScope = Scope | 'signed_in';

/** A session is a person's, ends when unused and slides; a token is a script's and ends on its date. */
export const BEARER_KINDS = ['session', 'token'] as const;
export type BearerKind = (typeof BEARER_KINDS)[number];

/** What of a request can be revealed; `text` is title and body where numbers in them are masked. */
export const REVEAL_FIELDS = ['name', 'phone', 'identity', 'address', 'text'] as const;
export type RevealField = (typeof REVEAL_FIELDS)[number];

/** How values were seen: one request's on a screen or in a script, or many in an export. */
export const REVEAL_MEANS = ['reveal', 'export'] as const;
export type RevealMeans = (typeof REVEAL_MEANS)[number];

/** What an attachment may be, and how its name ends: what an office looks at without running anything. */
export const ATTACHMENT_TYPES = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt', 'csv'],
} as const satisfies Record<string, readonly string[]>;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;

/** Fields of an action that a kept text may be for. */
export const TEMPLATE_FIELDS = ['reply', 'reason', 'remark'] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

export const UNIT_KINDS = ['agency', 'street', 'community'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const EVENT_TYPES = [
  'request.created',
  'request.changed',
  'approval.opened',
  'approval.decided',
  'approval.escalated',
  'notice.changed',
  'notice.progress',
  'duty.changed',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const OPEN_APPROVAL_STATES = ['pending', 'escalated'] as const satisfies readonly ApprovalState[];

export const NOTICE_STATES = [
  'draft',
  'pending_approval',
  'approved',
  'scheduled',
  'sending',
  'sent',
  'partially_failed',
  'recalled',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** `inbox` reaches each resident by name; `site` is the notice page of each community's site, which everybody may read. */
export const NOTICE_CHANNELS = ['inbox', 'site'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export const DELIVERY_STATES = ['queued', 'delivered', 'failed', 'cancelled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Roll-out of the community platform in a street or community, in this order. */
export const ROLLOUT_STATES = ['not_installed', 'installed', 'entering', 'verified', 'live'] as const;
export type RolloutState = (typeof ROLLOUT_STATES)[number];

/** What progress says of a place and a dataset; the first two are behind. */
export const VERDICTS = ['behind', 'fast_and_wrong', 'on_track', 'complete', 'not_started'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const BEHIND_VERDICTS = ['behind', 'fast_and_wrong'] as const satisfies readonly Verdict[];

export const PROGRESS_BY = ['street', 'community', 'dataset'] as const;
export type ProgressBy = (typeof PROGRESS_BY)[number];

/** What figures of requests are grouped by; a month is that of the submission, in Asia/Shanghai. */
export const STATS_BY = ['agency', 'street', 'community', 'item', 'category', 'source', 'month'] as const;
export type StatsBy = (typeof STATS_BY)[number];

/** Why a day of a limit counts or does not; `moved` is the working day to which a calendar-day limit that ends on a rest day moves. */
export const DAY_REASONS = [
  'start',
  'working_day',
  'adjusted_workday',
  'calendar_day',
  'hours',
  'paused',
  'weekend',
  'holiday',
  'moved',
] as const;
export type DayReason = (typeof DAY_REASONS)[number];

/** What became of what somebody set out to do, as the audit keeps it. */
export const AUDIT_OUTCOMES = ['done', 'refused'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/**
 * What a verification of the audit can find: entries changed, gone, put in beside the sealer, moved within the chain; a tail that a
 * checkpoint knows and the database does not; a chain other than the one a checkpoint saw; a checkpoint or an anchor that this platform
 * never signed.
 */
export const AUDIT_FINDINGS = [
  'changed',
  'removed',
  'inserted',
  'reordered',
  'cut_off',
  'rewritten',
  'forged',
] as const;
export type AuditFinding = (typeof AUDIT_FINDINGS)[number];

export const SHIFT_STATES = ['running', 'ended'] as const;
export type ShiftState = (typeof SHIFT_STATES)[number];

/** How a shift came to its end: handed over by whoever was on it, or by the clock. */
export const SHIFT_ENDS = ['handed_over', 'by_time'] as const;
export type ShiftEnd = (typeof SHIFT_ENDS)[number];

/**
 * Why something is handed over: claimed or put off by whoever goes, an approval that is soon to be decided, an urgent or overdue request
 * that nobody has begun to work on, or a note alone. The first that fits.
 */
export const HANDOVER_REASONS = ['claimed', 'snoozed', 'approval', 'urgent', 'overdue', 'note'] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];
