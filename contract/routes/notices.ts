import * as z from 'zod';
import { NOTICE_ACTIONS } from '../notice-transitions.ts';
import { RegionCode } from '../schemas/fields.ts';
import {
  AudienceCount,
  CreateNotice,
  DeliveryPage,
  InboxPage,
  ListDeliveriesQuery,
  ListNoticesQuery,
  NoticeActionInput,
  NoticeAudience,
  NoticeDetail,
  NoticeNo,
  NoticePage,
  SiteNoticePage,
} from '../schemas/notices.ts';
import {
  anyone,
  body,
  ChangeHeaders,
  DryRunQuery,
  etag,
  json,
  needs,
  OPEN,
  problems,
  signedIn,
  tag,
  WriteHeaders,
  writing,
} from './parts.ts';

const OneNotice = z.object({ no: NoticeNo });

export const NOTICE_ROUTES = {
  listNotices: {
    method: 'get',
    path: '/v1/notices',
    operationId: 'listNotices',
    tags: tag('notices'),
    summary: 'Notices for one’s own subtree, newest first',
    security: needs('notices:read'),
    request: { query: ListNoticesQuery },
    responses: { 200: json(NoticePage, 'A page'), ...problems('cursor_invalid', 'invalid', ...signedIn) },
  },
  countAudience: {
    method: 'post',
    path: '/v1/notices/audience',
    operationId: 'countAudience',
    tags: tag('notices'),
    summary: 'Persons and households that a notice would reach; changes nothing',
    security: needs('notices:read'),
    request: { body: body(NoticeAudience) },
    responses: {
      200: json(AudienceCount, 'Counted'),
      ...problems('malformed', 'forbidden', 'unknown_region', 'body_too_large', 'invalid', ...signedIn),
    },
  },
  createNotice: {
    method: 'post',
    path: '/v1/notices',
    operationId: 'createNotice',
    tags: tag('notices'),
    summary: 'Write a notice and ask for its approval',
    security: needs('notices:write'),
    request: { query: DryRunQuery, headers: WriteHeaders, body: body(CreateNotice) },
    responses: {
      201: { ...json(NoticeDetail, 'Written'), ...etag },
      ...problems('forbidden', 'near_duplicate', 'unknown_region', 'audience_empty', ...writing, ...signedIn),
    },
  },
  getNotice: {
    method: 'get',
    path: '/v1/notices/{no}',
    operationId: 'getNotice',
    tags: tag('notices'),
    summary: 'One notice with its text, counts and timeline',
    security: needs('notices:read'),
    request: { params: OneNotice },
    responses: {
      200: { ...json(NoticeDetail, 'The notice'), ...etag },
      ...problems('not_found', 'invalid', ...signedIn),
    },
  },
  actOnNotice: {
    method: 'post',
    path: '/v1/notices/{no}/actions/{action}',
    operationId: 'actOnNotice',
    tags: tag('notices'),
    summary: 'Submit, approve, refuse or recall; the author does not approve',
    security: needs('notices:write'),
    request: {
      params: OneNotice.extend({ action: z.enum(NOTICE_ACTIONS) }),
      query: DryRunQuery,
      headers: ChangeHeaders,
      body: body(NoticeActionInput),
    },
    responses: {
      200: { ...json(NoticeDetail, 'Done'), ...etag },
      ...problems(
        'forbidden',
        'own_notice',
        'not_found',
        'transition_closed',
        'near_duplicate',
        'audience_empty',
        'version_mismatch',
        'version_missing',
        ...writing,
        ...signedIn,
      ),
    },
  },
  listDeliveries: {
    method: 'get',
    path: '/v1/notices/{no}/deliveries',
    operationId: 'listDeliveries',
    tags: tag('notices'),
    summary: 'Who got it and who did not, names masked',
    security: needs('notices:read'),
    request: { params: OneNotice, query: ListDeliveriesQuery },
    responses: {
      200: json(DeliveryPage, 'A page'),
      ...problems('not_found', 'cursor_invalid', 'invalid', ...signedIn),
    },
  },
  readInbox: {
    method: 'get',
    path: '/v1/public/inbox',
    operationId: 'readInbox',
    tags: tag('public'),
    summary: 'A resident’s own inbox, newest first',
    security: OPEN,
    request: {
      headers: z.object({
        'x-resident-token': z
          .string()
          .max(200)
          .optional()
          .meta({ description: 'Required. The resident’s own token.' }),
      }),
    },
    responses: { 200: json(InboxPage, 'The inbox'), ...problems('unauthenticated', 'invalid', ...anyone) },
  },
  listSiteNotices: {
    method: 'get',
    path: '/v1/public/site/{community}/notices',
    operationId: 'listSiteNotices',
    tags: tag('public'),
    summary: 'The notice page of a community’s site',
    security: OPEN,
    request: { params: z.object({ community: RegionCode }) },
    responses: { 200: json(SiteNoticePage, 'The page'), ...problems('not_found', 'invalid', ...anyone) },
  },
} as const;
