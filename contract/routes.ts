/**
 * Every operation of the contract as plain data: a platform turns it into routes, the OpenAPI document and the conformance suite are made from it.
 */
import * as z from 'zod';
import { IDEMPOTENCY_KEY_LENGTH_MAX } from './limits.ts';
import { NOTICE_ROUTES } from './routes/notices.ts';
import {
  anyone,
  bearer,
  body,
  ChangeHeaders,
  DryRunQuery,
  etag,
  json,
  problems,
  signedIn,
  tag,
  WriteHeaders,
  writing,
} from './routes/parts.ts';
import { PROGRESS_ROUTES } from './routes/progress.ts';
import { Operator } from './schemas/access.ts';
import { Approval, ApprovalPage, GrantInput, ListApprovalsQuery, RefuseInput } from './schemas/approvals.ts';
import { AgencyPage, RegionPage, ServiceItemPage } from './schemas/dictionaries.ts';
import { DistrictEvent } from './schemas/events.ts';
import { PageQuery, RegionCode } from './schemas/fields.ts';
import { Overview } from './schemas/overview.ts';
import { Health, PlatformInfo } from './schemas/platform.ts';
import {
  ActionInput,
  ActionOutcome,
  CreateRequest,
  FileRequest,
  ListRequestsQuery,
  LookUpRequest,
  PublicProgress,
  PublicReceipt,
  RequestDetail,
  RequestNo,
  RequestPage,
  RequestSummary,
} from './schemas/requests.ts';
import { ACTIONS } from './transitions.ts';
import { REGION_LEVELS, SERVICE_CATEGORIES } from './vocabulary.ts';

export const ROUTES = {
  getPlatform: {
    method: 'get',
    path: '/v1/platform',
    operationId: 'getPlatform',
    tags: tag('platform'),
    summary: 'What this platform is, and what time it has',
    security: [] as typeof bearer,
    responses: { 200: json(PlatformInfo, 'The platform'), ...problems(...anyone) },
  },
  getMe: {
    method: 'get',
    path: '/v1/me',
    operationId: 'getMe',
    tags: tag('access'),
    summary: 'The operator signed in',
    security: bearer,
    responses: { 200: json(Operator, 'The operator'), ...problems(...signedIn) },
  },
  listRegions: {
    method: 'get',
    path: '/v1/regions',
    operationId: 'listRegions',
    tags: tag('dictionaries'),
    summary: 'Regions of one’s own subtree',
    security: bearer,
    request: {
      query: z.object({
        level: z.enum(REGION_LEVELS).optional(),
        parent: RegionCode.optional(),
        ...PageQuery,
      }),
    },
    responses: { 200: json(RegionPage, 'A page'), ...problems('invalid', 'cursor_invalid', ...signedIn) },
  },
  listAgencies: {
    method: 'get',
    path: '/v1/agencies',
    operationId: 'listAgencies',
    tags: tag('dictionaries'),
    summary: 'Departments that handle requests',
    security: bearer,
    request: { query: z.object(PageQuery) },
    responses: { 200: json(AgencyPage, 'A page'), ...problems('invalid', 'cursor_invalid', ...signedIn) },
  },
  listItems: {
    method: 'get',
    path: '/v1/items',
    operationId: 'listItems',
    tags: tag('dictionaries'),
    summary: 'The service catalogue with procedures and limits',
    security: bearer,
    request: { query: z.object({ category: z.enum(SERVICE_CATEGORIES).optional(), ...PageQuery }) },
    responses: {
      200: json(ServiceItemPage, 'A page'),
      ...problems('invalid', 'cursor_invalid', ...signedIn),
    },
  },
  getOverview: {
    method: 'get',
    path: '/v1/overview',
    operationId: 'getOverview',
    tags: tag('requests'),
    summary: 'What burns first: groups of open requests with their tightest one',
    security: bearer,
    responses: { 200: json(Overview, 'The overview'), ...problems(...signedIn) },
  },
  listRequests: {
    method: 'get',
    path: '/v1/requests',
    operationId: 'listRequests',
    tags: tag('requests'),
    summary: 'Requests by filter, tightest deadline first',
    security: bearer,
    request: { query: ListRequestsQuery },
    responses: {
      200: json(RequestPage, 'A page'),
      ...problems('filter_invalid', 'cursor_invalid', 'invalid', ...signedIn),
    },
  },
  createRequest: {
    method: 'post',
    path: '/v1/requests',
    operationId: 'createRequest',
    tags: tag('requests'),
    summary: 'Enter a request on a resident’s behalf',
    security: bearer,
    request: { query: DryRunQuery, headers: WriteHeaders, body: body(CreateRequest) },
    responses: {
      201: { ...json(RequestSummary, 'Entered'), ...etag },
      ...problems('forbidden', 'not_found', ...writing, ...signedIn),
    },
  },
  getRequest: {
    method: 'get',
    path: '/v1/requests/{no}',
    operationId: 'getRequest',
    tags: tag('requests'),
    summary: 'One request with its timeline and why each other action is closed',
    security: bearer,
    request: { params: z.object({ no: RequestNo }) },
    responses: {
      200: { ...json(RequestDetail, 'The request'), ...etag },
      ...problems('not_found', 'invalid', ...signedIn),
    },
  },
  actOnRequest: {
    method: 'post',
    path: '/v1/requests/{no}/actions/{action}',
    operationId: 'actOnRequest',
    tags: tag('requests'),
    summary: 'Take an action of the transition table',
    security: bearer,
    request: {
      params: z.object({ no: RequestNo, action: z.enum(ACTIONS) }),
      query: DryRunQuery,
      headers: ChangeHeaders,
      body: body(ActionInput),
    },
    responses: {
      200: { ...json(ActionOutcome, 'Done, or waiting for approval'), ...etag },
      ...problems(
        'forbidden',
        'not_found',
        'transition_closed',
        'version_mismatch',
        'version_missing',
        ...writing,
        ...signedIn,
      ),
    },
  },
  listApprovals: {
    method: 'get',
    path: '/v1/approvals',
    operationId: 'listApprovals',
    tags: tag('approvals'),
    summary: 'What waits to be granted or refused, earliest first',
    security: bearer,
    request: { query: ListApprovalsQuery },
    responses: { 200: json(ApprovalPage, 'A page'), ...problems('cursor_invalid', 'invalid', ...signedIn) },
  },
  getApproval: {
    method: 'get',
    path: '/v1/approvals/{id}',
    operationId: 'getApproval',
    tags: tag('approvals'),
    summary: 'One approval',
    security: bearer,
    request: { params: z.object({ id: z.string().max(64) }) },
    responses: {
      200: { ...json(Approval, 'The approval'), ...etag },
      ...problems('not_found', 'invalid', ...signedIn),
    },
  },
  grantApproval: {
    method: 'post',
    path: '/v1/approvals/{id}/grant',
    operationId: 'grantApproval',
    tags: tag('approvals'),
    summary: 'Grant: the action takes effect',
    security: bearer,
    request: {
      params: z.object({ id: z.string().max(64) }),
      query: DryRunQuery,
      headers: ChangeHeaders,
      body: body(GrantInput),
    },
    responses: {
      200: { ...json(Approval, 'Granted'), ...etag },
      ...problems(
        'forbidden',
        'not_found',
        'already_decided',
        'arbitration_needed',
        'version_mismatch',
        'version_missing',
        ...writing,
        ...signedIn,
      ),
    },
  },
  refuseApproval: {
    method: 'post',
    path: '/v1/approvals/{id}/refuse',
    operationId: 'refuseApproval',
    tags: tag('approvals'),
    summary: 'Refuse with a reason: the work goes on',
    security: bearer,
    request: {
      params: z.object({ id: z.string().max(64) }),
      query: DryRunQuery,
      headers: ChangeHeaders,
      body: body(RefuseInput),
    },
    responses: {
      200: { ...json(Approval, 'Refused'), ...etag },
      ...problems(
        'forbidden',
        'not_found',
        'already_decided',
        'arbitration_needed',
        'version_mismatch',
        'version_missing',
        ...writing,
        ...signedIn,
      ),
    },
  },
  ...NOTICE_ROUTES,
  ...PROGRESS_ROUTES,
  streamEvents: {
    method: 'get',
    path: '/v1/events',
    operationId: 'streamEvents',
    tags: tag('events'),
    summary: 'What changes in one’s subtree, as server-sent events that resume from an id',
    security: bearer,
    request: {
      query: z.object({
        after: z
          .string()
          .max(64)
          .optional()
          .meta({ description: 'As Last-Event-ID, for clients that cannot set it.' }),
      }),
      headers: z.object({ 'last-event-id': z.string().max(64).optional() }),
    },
    responses: {
      200: { description: 'A stream', content: { 'text/event-stream': { schema: DistrictEvent } } },
      ...problems('cursor_invalid', 'invalid', ...signedIn),
    },
  },
  fileRequest: {
    method: 'post',
    path: '/v1/public/requests',
    operationId: 'fileRequest',
    tags: tag('public'),
    summary: 'File a request as a resident',
    security: [] as typeof bearer,
    request: {
      headers: z.object({
        'idempotency-key': z
          .string()
          .min(1)
          .max(IDEMPOTENCY_KEY_LENGTH_MAX)
          .optional()
          .meta({ description: 'Makes a repeat safe; a form that can be sent twice should have one.' }),
      }),
      body: body(FileRequest),
    },
    responses: {
      201: json(PublicReceipt, 'Filed'),
      ...problems('malformed', 'idempotency_conflict', 'body_too_large', 'invalid', ...anyone),
    },
  },
  lookUpRequest: {
    method: 'post',
    path: '/v1/public/requests/look-up',
    operationId: 'lookUpRequest',
    tags: tag('public'),
    summary: 'Follow a request by its number and the phone’s last four digits',
    security: [] as typeof bearer,
    request: { body: body(LookUpRequest) },
    responses: {
      200: json(PublicProgress, 'How far it is'),
      ...problems('malformed', 'not_found', 'body_too_large', 'invalid', ...anyone),
    },
  },
  getHealth: {
    method: 'get',
    path: '/healthz',
    operationId: 'getHealth',
    tags: tag('platform'),
    summary: 'The process is alive',
    security: [] as typeof bearer,
    responses: { 200: json(Health, 'Alive'), ...problems('method_not_allowed', 'internal') },
  },
  getReadiness: {
    method: 'get',
    path: '/readyz',
    operationId: 'getReadiness',
    tags: tag('platform'),
    summary: 'The database answers and its schema is current',
    security: [] as typeof bearer,
    responses: { 200: json(Health, 'Ready'), ...problems('method_not_allowed', 'unavailable') },
  },
} as const;

export type RouteName = keyof typeof ROUTES;

/** Version of the contract, major.minor; a client works with every platform of the same major. */
export const CONTRACT_VERSION = '1.0';
