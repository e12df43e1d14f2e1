import * as z from 'zod';
import { DistrictQuery } from '../schemas/approvals.ts';
import { ClockAccount } from '../schemas/calendar.ts';
import { FacetsQuery, RequestFacets } from '../schemas/facets.ts';
import { Overview } from '../schemas/overview.ts';
import { RectificationSetting, SetRectification } from '../schemas/rectification.ts';
import {
  ActionInput,
  ActionOutcome,
  CreateRequest,
  ListRequestsQuery,
  RequestDetail,
  RequestNo,
  RequestPage,
  RequestSelection,
  RequestSummary,
  SelectRequestsQuery,
} from '../schemas/requests.ts';
import { ACTIONS } from '../transitions.ts';
import {
  body,
  ChangeHeaders,
  DryRunQuery,
  etag,
  json,
  needs,
  problems,
  signedIn,
  tag,
  WriteHeaders,
  writing,
} from './parts.ts';

export const REQUEST_ROUTES = {
  getOverview: {
    method: 'get',
    path: '/v1/overview',
    operationId: 'getOverview',
    tags: tag('requests'),
    summary: 'What burns first: groups of open requests with their tightest one',
    security: needs('requests:read'),
    responses: { 200: json(Overview, 'The overview'), ...problems(...signedIn) },
  },
  listRequests: {
    method: 'get',
    path: '/v1/requests',
    operationId: 'listRequests',
    tags: tag('requests'),
    summary: 'Requests by filter, tightest deadline first',
    security: needs('requests:read'),
    request: { query: ListRequestsQuery },
    responses: {
      200: json(RequestPage, 'A page'),
      ...problems('filter_invalid', 'cursor_invalid', 'invalid', ...signedIn),
    },
  },
  selectRequests: {
    method: 'get',
    path: '/v1/requests/selection',
    operationId: 'selectRequests',
    tags: tag('requests'),
    summary: 'What a filter matches right now, as numbers and versions to act on',
    security: needs('requests:read'),
    request: { query: SelectRequestsQuery },
    responses: {
      200: json(RequestSelection, 'The selection'),
      ...problems('filter_invalid', 'not_found', 'invalid', ...signedIn),
    },
  },
  countRequests: {
    method: 'get',
    path: '/v1/requests/facets',
    operationId: 'countRequests',
    tags: tag('requests'),
    summary: 'How many requests of a filter there are by state, unit, place and more',
    security: needs('requests:read'),
    request: { query: FacetsQuery },
    responses: {
      200: json(RequestFacets, 'The counts'),
      ...problems('filter_invalid', 'invalid', ...signedIn),
    },
  },
  createRequest: {
    method: 'post',
    path: '/v1/requests',
    operationId: 'createRequest',
    tags: tag('requests'),
    summary: 'Enter a request on a resident’s behalf',
    security: needs('requests:write'),
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
    security: needs('requests:read'),
    request: { params: z.object({ no: RequestNo }) },
    responses: {
      200: { ...json(RequestDetail, 'The request'), ...etag },
      ...problems('not_found', 'invalid', ...signedIn),
    },
  },
  explainRequest: {
    method: 'get',
    path: '/v1/requests/{no}/clock',
    operationId: 'explainRequest',
    tags: tag('requests'),
    summary: 'A request’s deadlines, accounted for day by day',
    security: needs('requests:read'),
    request: { params: z.object({ no: RequestNo }) },
    responses: { 200: json(ClockAccount, 'The account'), ...problems('not_found', 'invalid', ...signedIn) },
  },
  actOnRequest: {
    method: 'post',
    path: '/v1/requests/{no}/actions/{action}',
    operationId: 'actOnRequest',
    tags: tag('requests'),
    summary: 'Take an action of the transition table',
    security: needs('requests:write'),
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
        'already_reminded',
        'version_mismatch',
        'version_missing',
        ...writing,
        ...signedIn,
      ),
    },
  },
  getRectification: {
    method: 'get',
    path: '/v1/rectification-setting',
    operationId: 'getRectification',
    tags: tag('requests'),
    summary: 'Within how long a poor rating is put right',
    security: needs('requests:read'),
    request: { query: DistrictQuery },
    responses: {
      200: json(RectificationSetting, 'The setting'),
      ...problems('not_found', 'invalid', ...signedIn),
    },
  },
  setRectification: {
    method: 'put',
    path: '/v1/rectification-setting',
    operationId: 'setRectification',
    tags: tag('requests'),
    summary: 'Set within how long a poor rating is put right',
    security: needs('requests:write'),
    request: {
      query: DistrictQuery.extend(DryRunQuery.shape),
      headers: ChangeHeaders,
      body: body(SetRectification),
    },
    responses: {
      200: { ...json(RectificationSetting, 'Set'), ...etag },
      ...problems('forbidden', 'not_found', 'version_mismatch', 'version_missing', ...writing, ...signedIn),
    },
  },
} as const;
