import * as z from 'zod';
import { NOTICE_LENGTHS_MAX, NOTICE_REGIONS_MAX, REMARK_LENGTH_MAX } from '../limits.ts';
import { NOTICE_ACTIONS, NOTICE_STEPS } from '../notice-transitions.ts';
import { DELIVERY_STATES, NOTICE_CHANNELS, NOTICE_STATES, ROLES } from '../vocabulary.ts';
import {
  BothWaysQuery,
  bothWaysPageOf,
  Instant,
  PageQuery,
  pageOf,
  RegionCode,
  RegionRef,
} from './fields.ts';

export const NoticeNo = z
  .string()
  .regex(/^TZ-[A-Z]{2}\d{6}-\d{4,6}$/)
  .meta({
    id: 'NoticeNo',
    description: 'TZ-, two letters of the district, date, sequence: TZ-GL261125-0001.',
  });

export const NoticeAudience = z
  .strictObject({ regions: z.array(RegionCode).min(1).max(NOTICE_REGIONS_MAX) })
  .meta({ id: 'NoticeAudience', description: 'Everybody registered in these regions and below them.' });

/** Persons and households are different units and never added up. */
export const AudienceCount = z
  .object({
    persons: z.number().int(),
    households: z.number().int(),
    regions: z.array(RegionRef),
  })
  .meta({ id: 'AudienceCount' });

const Counts = z.object({
  persons: z.number().int().meta({ description: 'Of the audience, counted when it was submitted.' }),
  households: z.number().int(),
  total: z.number().int().meta({ description: 'Deliveries made; 0 until sending begins.' }),
  delivered: z.number().int(),
  failed: z.number().int(),
});

export const NoticeSummary = z
  .object({
    no: NoticeNo,
    title: z.string(),
    state: z.enum(NOTICE_STATES),
    exercise: z.boolean(),
    channels: z.array(z.enum(NOTICE_CHANNELS)),
    audience: z.array(RegionRef),
    author: z.string(),
    approver: z.string().nullable(),
    counts: Counts,
    createdAt: Instant,
    sentAt: Instant.nullable().meta({ description: 'When sending began.' }),
    version: z.number().int().positive(),
    actions: z.array(z.enum(NOTICE_ACTIONS)).meta({ description: 'Open to the operator who asks.' }),
  })
  .meta({ id: 'NoticeSummary' });
export const NoticePage = bothWaysPageOf(NoticeSummary, 'NoticePage');

export const NoticeDetail = NoticeSummary.extend({
  body: z.string().meta({ description: 'Markdown.' }),
  deliveries: z.array(z.object({ state: z.enum(DELIVERY_STATES), count: z.number().int() })),
  approvers: z
    .array(z.object({ name: z.string(), role: z.enum(ROLES) }))
    .meta({ description: 'Who may approve it; never its author.' }),
  timeline: z.array(
    z.object({
      seq: z.number().int(),
      at: Instant,
      action: z.enum(['create', ...NOTICE_ACTIONS, ...NOTICE_STEPS]),
      to: z.enum(NOTICE_STATES),
      by: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
}).meta({ id: 'NoticeDetail' });

/** The longest a channel takes; each channel's own limit is a rule, since it depends on the channels chosen. */
const LONGEST = Object.values(NOTICE_LENGTHS_MAX);

export const CreateNotice = z
  .strictObject({
    title: z
      .string()
      .trim()
      .min(1)
      .max(Math.max(...LONGEST.map(({ title }) => title))),
    body: z
      .string()
      .trim()
      .min(1)
      .max(Math.max(...LONGEST.map(({ body }) => body))),
    audience: NoticeAudience,
    channels: z.array(z.enum(NOTICE_CHANNELS)).min(1).default(['inbox']),
    exercise: z.boolean().default(false),
    submit: z
      .boolean()
      .default(true)
      .meta({ description: 'Asks for approval at once; otherwise it stays a draft.' }),
  })
  .meta({ id: 'CreateNotice' });

export const NoticeActionInput = z
  .strictObject({ reason: z.string().trim().min(1).max(REMARK_LENGTH_MAX).optional() })
  .meta({ id: 'NoticeActionInput', description: '`refuse` needs a reason; the others take one.' });

export const ListNoticesQuery = z.object({ state: z.enum(NOTICE_STATES).optional(), ...BothWaysQuery });

export const Delivery = z
  .object({
    id: z.string(),
    resident: z.string().meta({ description: 'The name, masked.' }),
    region: RegionRef,
    state: z.enum(DELIVERY_STATES),
    reason: z.string().nullable(),
    at: Instant.nullable(),
  })
  .meta({ id: 'Delivery' });
export const DeliveryPage = pageOf(Delivery, 'DeliveryPage');
export const ListDeliveriesQuery = z.object({ state: z.enum(DELIVERY_STATES).optional(), ...PageQuery });

const Published = z.object({
  no: NoticeNo,
  title: z.string(),
  body: z.string().nullable().meta({ description: 'Markdown; null once recalled.' }),
  exercise: z.boolean(),
  recalled: z.boolean(),
  at: Instant,
});
export const InboxPage = z
  .object({ resident: z.string(), region: RegionRef, items: z.array(Published) })
  .meta({ id: 'InboxPage' });
export const SiteNoticePage = z
  .object({ community: RegionRef, items: z.array(Published) })
  .meta({ id: 'SiteNoticePage' });
