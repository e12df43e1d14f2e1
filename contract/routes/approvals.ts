import * as z from 'zod';
import {
  Approval,
  ApprovalPage,
  ApprovalSetting,
  ApprovalSettings,
  DistrictQuery,
  GrantInput,
  ListApprovalsQuery,
  RefuseInput,
  SetApprovalSetting,
} from '../schemas/approvals.ts';
import { APPROVAL_KINDS } from '../vocabulary.ts';
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
  writing,
} from './parts.ts';

const OneApproval = z.object({ id: z.string().max(64) });

/** Both verdicts are asked for and answered alike; only what is said with them differs. */
function decision<const Path extends string, const Id extends string, Input extends z.ZodType>(
  path: Path,
  operationId: Id,
  summary: string,
  input: Input,
  answer: string,
) {
  return {
    method: 'post',
    path,
    operationId,
    tags: tag('approvals'),
    summary,
    security: needs('requests:write'),
    request: { params: OneApproval, query: DryRunQuery, headers: ChangeHeaders, body: body(input) },
    responses: {
      200: { ...json(Approval, answer), ...etag },
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
  } as const;
}

export const APPROVAL_ROUTES = {
  listApprovals: {
    method: 'get',
    path: '/v1/approvals',
    operationId: 'listApprovals',
    tags: tag('approvals'),
    summary: 'What waits to be granted or refused, earliest first',
    security: needs('requests:read'),
    request: { query: ListApprovalsQuery },
    responses: { 200: json(ApprovalPage, 'A page'), ...problems('cursor_invalid', 'invalid', ...signedIn) },
  },
  getApproval: {
    method: 'get',
    path: '/v1/approvals/{id}',
    operationId: 'getApproval',
    tags: tag('approvals'),
    summary: 'One approval',
    security: needs('requests:read'),
    request: { params: OneApproval },
    responses: {
      200: { ...json(Approval, 'The approval'), ...etag },
      ...problems('not_found', 'invalid', ...signedIn),
    },
  },
  getApprovalSettings: {
    method: 'get',
    path: '/v1/approval-settings',
    operationId: 'getApprovalSettings',
    tags: tag('approvals'),
    summary: 'How a district handles each kind of approval',
    security: needs('requests:read'),
    request: { query: DistrictQuery },
    responses: {
      200: json(ApprovalSettings, 'The settings'),
      ...problems('not_found', 'invalid', ...signedIn),
    },
  },
  setApprovalSetting: {
    method: 'put',
    path: '/v1/approval-settings/{kind}',
    operationId: 'setApprovalSetting',
    tags: tag('approvals'),
    summary: 'Set by when a kind of approval is decided, by whom, and what happens when nobody does',
    security: needs('requests:write'),
    request: {
      params: z.object({ kind: z.enum(APPROVAL_KINDS) }),
      query: DistrictQuery.extend(DryRunQuery.shape),
      headers: ChangeHeaders,
      body: body(SetApprovalSetting),
    },
    responses: {
      200: { ...json(ApprovalSetting, 'Set'), ...etag },
      ...problems('forbidden', 'not_found', 'version_mismatch', 'version_missing', ...writing, ...signedIn),
    },
  },
  grantApproval: decision(
    '/v1/approvals/{id}/grant',
    'grantApproval',
    'Grant: the action takes effect',
    GrantInput,
    'Granted',
  ),
  refuseApproval: decision(
    '/v1/approvals/{id}/refuse',
    'refuseApproval',
    'Refuse with a reason: the work goes on',
    RefuseInput,
    'Refused',
  ),
} as const;
