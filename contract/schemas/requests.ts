import * as z from 'zod';
import {
  ASSISTANTS_MAX,
  BODY_LENGTH_MAX,
  DECIDE_LIMIT_MAX,
  REMARK_LENGTH_MAX,
  REQUESTS_SELECTED_MAX,
  TITLE_LENGTH_MAX,
} from '../limits.ts';
import { ACTIONS, CLOSED_REASONS } from '../transitions.ts';
import {
  APPROVAL_KINDS,
  LIGHTS,
  LIMIT_UNITS,
  PAUSE_CAUSES,
  RATINGS,
  RECTIFICATION_STATES,
  REQUEST_SOURCES,
  REQUEST_STATES,
  SERVICE_CATEGORIES,
} from '../vocabulary.ts';
import { Attachment } from './attachments.ts';
import { Claim } from './claims.ts';
import { Limit } from './dictionaries.ts';
import {
  BothWaysQuery,
  bothWaysPageOf,
  FilterText,
  Instant,
  RegionCode,
  RegionRef,
  UnitRef,
  UnitText,
} from './fields.ts';
import { IdentityDocument, MaskedIdentity } from './identity.ts';

export const RequestNo = z
  .string()
  .regex(/^[A-Z]{2}\d{6}-\d{4,6}$/)
  .meta({ id: 'RequestNo', description: 'A number that can be read over the phone, such as GL261112-0042.' });

const ItemRef = z
  .object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), category: z.enum(SERVICE_CATEGORIES) })
  .meta({ id: 'ServiceItemRef' });

export const summaryShape = {
  no: RequestNo,
  title: z.string(),
  state: z.enum(REQUEST_STATES),
  light: z.enum(LIGHTS).nullable().meta({ description: 'Null once nobody owes an answer any more.' }),
  promisedDueAt: Instant.nullable().meta({ description: 'Null until the clock starts.' }),
  statutoryDueAt: Instant.nullable(),
  provisional: z.boolean().meta({ description: 'The calendar of a year in the limit is not out yet.' }),
  pausedSince: Instant.nullable(),
  submittedAt: Instant,
  lastActionAt: Instant,
  round: z.number().int().positive(),
  returns: z.number().int().nonnegative(),
  reminders: z.number().int().nonnegative(),
  remindedAt: Instant.nullable().meta({ description: 'When its unit was last reminded.' }),
  urgent: z.boolean(),
  vulnerable: z.boolean().meta({ description: 'Concerns somebody old, ill, disabled or a child.' }),
  source: z.enum(REQUEST_SOURCES),
  externalNo: z
    .string()
    .nullable()
    .meta({ description: 'The number of a higher platform, such as the 12345 hotline.' }),
  item: ItemRef,
  region: RegionRef,
  lead: UnitRef.nullable(),
  openApproval: z.enum(APPROVAL_KINDS).nullable(),
  claim: Claim.nullable(),
  version: z.number().int().positive(),
  actions: z.array(z.enum(ACTIONS)).meta({ description: 'Open to this operator right now.' }),
};

export const RequestSummary = z.object(summaryShape).meta({ id: 'RequestSummary' });
export const RequestPage = bothWaysPageOf(RequestSummary, 'RequestPage');

export const TimelineAction = z.enum(['create', 'reckon', 'note', 'rate', ...ACTIONS]).meta({
  id: 'TimelineAction',
  description: '`reckon`: a calendar was set and moved its deadlines. `note`: an internal note.',
});

export const TimelineEntry = z
  .object({
    seq: z.number().int().positive(),
    at: Instant,
    action: TimelineAction,
    phase: z.enum(['done', 'asked', 'granted', 'refused', 'escalated', 'deemed']).meta({
      description:
        'An action that needs approval is asked first, then granted or refused. `deemed`: the law takes it as done.',
    }),
    from: z.enum(REQUEST_STATES).nullable(),
    to: z.enum(REQUEST_STATES),
    round: z.number().int().positive(),
    by: z
      .object({ name: z.string(), unit: z.string().nullable() })
      .nullable()
      .meta({ description: 'Null for the platform itself.' }),
    text: z.string().nullable().meta({ description: 'The reply, reason or remark.' }),
    unit: UnitRef.nullable().meta({ description: 'The unit it was sent to.' }),
    public: z.boolean().meta({ description: 'Shown to the resident.' }),
  })
  .meta({ id: 'TimelineEntry' });

const placeShape = {
  address: z.string().max(200).nullable(),
  grid: z.string().max(20).nullable().meta({ description: 'The grid cell of the community, such as 3.' }),
  longitude: z.number().min(-180).max(180).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  datum: z.enum(['CGCS2000', 'WGS84', 'GCJ02']).nullable(),
};

export const RequestDetail = z
  .object({
    ...summaryShape,
    body: z.string(),
    place: z.object({ region: RegionRef, ...placeShape }),
    applicant: z
      .object({ name: z.string(), phone: z.string().nullable(), identity: MaskedIdentity.nullable() })
      .nullable()
      .meta({ description: 'Masked.' }),
    assistants: z.array(UnitRef),
    attachments: z.array(Attachment),
    clock: z.object({
      startedAt: Instant.nullable(),
      stoppedAt: Instant.nullable(),
      promised: Limit,
      statutory: Limit,
      basisZh: z.string(),
      extendedBy: Limit.nullable(),
      pauses: z.array(
        z.object({
          from: Instant,
          to: Instant.nullable(),
          cause: z.enum(PAUSE_CAUSES),
          until: z.iso
            .date()
            .nullable()
            .meta({ description: 'The last day of an open special procedure: it ends by itself.' }),
        }),
      ),
    }),
    acceptBy: Instant.nullable().meta({
      description:
        'Asked for no correction by then, it counts as accepted (行政许可法 32); null where that law is silent.',
    }),
    returnBy: Instant.nullable().meta({
      description:
        'Until when the unit it is with may return it; null where nobody has it, or no such day was set.',
    }),
    externalDueAt: Instant.nullable(),
    firstContactAt: Instant.nullable(),
    callback: z
      .object({
        at: Instant,
        reached: z.boolean(),
        satisfied: z.boolean().nullable(),
        rating: z.enum(RATINGS).nullable(),
      })
      .nullable(),
    rectification: z
      .object({ state: z.enum(RECTIFICATION_STATES), by: Instant, from: UnitRef.nullable() })
      .nullable()
      .meta({ description: 'After a poor rating: until when another unit than `from` puts it right.' }),
    mergedInto: RequestNo.nullable(),
    timeline: z.array(TimelineEntry),
    closedActions: z.array(
      z.object({
        action: z.enum(ACTIONS),
        reason: z.enum(CLOSED_REASONS),
        openFrom: z.array(z.enum(REQUEST_STATES)),
      }),
    ),
  })
  .meta({ id: 'RequestDetail' });

export const RequestSort = z.enum(['due', 'newest', 'oldest']).default('due').meta({ id: 'RequestSort' });

export const ListRequestsQuery = z.object({ q: FilterText, sort: RequestSort, ...BothWaysQuery });

export const SelectRequestsQuery = z.object({
  q: FilterText,
  sort: RequestSort,
  firstNo: RequestNo.optional().meta({ description: 'Only from this request on, itself included.' }),
  lastNo: RequestNo.optional().meta({
    description:
      'Only up to this request, itself included. With both, which of them stands first does not matter.',
  }),
});

export const SelectedRequest = RequestSummary.pick({
  no: true,
  title: true,
  claim: true,
  version: true,
  actions: true,
}).meta({
  id: 'SelectedRequest',
});

export const RequestSelection = z
  .object({
    items: z.array(SelectedRequest).max(REQUESTS_SELECTED_MAX),
    more: z.boolean().meta({ description: 'Whether others match that are not among these.' }),
  })
  .meta({
    id: 'RequestSelection',
    description: 'What a filter matches at one moment, in the order of the list.',
  });

const filingShape = {
  item: z.string().max(64).meta({ description: 'Id of a service item.' }),
  region: RegionCode.meta({
    description: 'Where it is: a community, or its street when the community is not known.',
  }),
  title: z.string().trim().min(2).max(TITLE_LENGTH_MAX),
  body: z.string().trim().min(1).max(BODY_LENGTH_MAX),
  applicant: z.object({
    name: z.string().trim().min(1).max(40),
    phone: z.string().regex(/^\+?[0-9-]{6,20}$/),
    identity: IdentityDocument.nullable().optional(),
  }),
  place: z.object(placeShape).partial().optional(),
};

export const FileRequest = z
  .object(filingShape)
  .meta({ id: 'FileRequest', description: 'What a resident files.' });

export const CreateRequest = z
  .object({
    ...filingShape,
    applicant: filingShape.applicant.nullable().default(null),
    source: z.enum(REQUEST_SOURCES).exclude(['public']).default('window'),
    externalNo: z.string().max(60).nullable().default(null),
    externalDueAt: z.iso
      .datetime()
      .refine((at) => at.startsWith('20'), 'lies outside this century')
      .nullable()
      .default(null)
      .meta({ description: 'When the higher platform wants an answer; an instant in UTC, ISO 8601.' }),
    urgent: z.boolean().optional().meta({ description: 'By default as the service item says.' }),
    vulnerable: z.boolean().default(false),
  })
  .meta({ id: 'CreateRequest', description: 'Entered by staff on a resident’s behalf.' });

export const Remark = z.string().trim().min(1).max(REMARK_LENGTH_MAX);

/** One body for all actions; the transition table says which fields each needs and takes. */
export const ActionInput = z
  .strictObject({
    remark: Remark.optional(),
    reply: Remark.optional(),
    reason: Remark.optional(),
    to: UnitText.optional(),
    assistants: z.array(UnitText).min(1).max(ASSISTANTS_MAX).optional(),
    limit: z
      .number()
      .int()
      .min(1)
      .max(60)
      .optional()
      .meta({ description: 'How much longer, in the unit of the promised limit.' }),
    until: z.iso.date().optional(),
    into: RequestNo.optional(),
    reached: z.boolean().optional(),
    satisfied: z.boolean().optional(),
    rating: z.enum(RATINGS).optional(),
  })
  .meta({ id: 'ActionInput' });

export const ActionOutcome = z
  .object({
    request: RequestSummary,
    approval: z
      .object({ id: z.string(), kind: z.enum(APPROVAL_KINDS), decideBy: Instant })
      .nullable()
      .meta({ description: 'Set when the action waits for the centre to grant it.' }),
    heldUntil: Instant.nullable().meta({
      description: 'Set when the unit hears of a reminder only once its office opens.',
    }),
  })
  .meta({ id: 'ActionOutcome' });
