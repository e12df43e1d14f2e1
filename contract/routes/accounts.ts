import * as z from 'zod';
import { OPERATOR_ACTIONS } from '../posts.ts';
import { Operator } from '../schemas/access.ts';
import {
  AccountDetail,
  AccountPage,
  AddOperator,
  BearersQuery,
  CreatedToken,
  CreateToken,
  ListOperatorsQuery,
  OperatorActionInput,
  OperatorId,
  Session,
  SessionPage,
  Token,
  TokenPage,
} from '../schemas/accounts.ts';
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

const OneBearer = z.object({ id: z.string().max(64) });

/** Sessions and tokens are listed and ended alike. */
function ending<const Path extends string, const Id extends string, Ended extends z.ZodType>(
  path: Path,
  operationId: Id,
  summary: string,
  ended: Ended,
) {
  return {
    method: 'delete',
    path,
    operationId,
    tags: tag('access'),
    summary,
    security: needs('accounts:write'),
    request: { params: OneBearer, query: DryRunQuery, headers: WriteHeaders },
    responses: {
      200: json(ended, 'Ended'),
      ...problems('not_found', ...writing, ...signedIn),
    },
  } as const;
}

export const ACCOUNT_ROUTES = {
  getMe: {
    method: 'get',
    path: '/v1/me',
    operationId: 'getMe',
    tags: tag('access'),
    summary: 'The operator signed in',
    security: needs('signed_in'),
    responses: { 200: json(Operator, 'The operator'), ...problems(...signedIn) },
  },
  listOperators: {
    method: 'get',
    path: '/v1/operators',
    operationId: 'listOperators',
    tags: tag('access'),
    summary: 'Accounts whose posts lie in one’s subtree, by region',
    security: needs('accounts:read'),
    request: { query: ListOperatorsQuery },
    responses: { 200: json(AccountPage, 'A page'), ...problems('invalid', 'cursor_invalid', ...signedIn) },
  },
  addOperator: {
    method: 'post',
    path: '/v1/operators',
    operationId: 'addOperator',
    tags: tag('access'),
    summary: 'Add an account, without a role yet',
    security: needs('accounts:write'),
    request: { query: DryRunQuery, headers: WriteHeaders, body: body(AddOperator) },
    responses: {
      201: { ...json(AccountDetail, 'Added'), ...etag },
      ...problems('not_found', 'login_taken', ...writing, ...signedIn),
    },
  },
  getOperator: {
    method: 'get',
    path: '/v1/operators/{id}',
    operationId: 'getOperator',
    tags: tag('access'),
    summary: 'One account and why each other action is closed',
    security: needs('accounts:read'),
    request: { params: z.object({ id: OperatorId }) },
    responses: {
      200: { ...json(AccountDetail, 'The account'), ...etag },
      ...problems('not_found', 'invalid', ...signedIn),
    },
  },
  actOnOperator: {
    method: 'post',
    path: '/v1/operators/{id}/actions/{action}',
    operationId: 'actOnOperator',
    tags: tag('access'),
    summary: 'Give or take a role, disable or enable the account',
    security: needs('accounts:write'),
    request: {
      params: z.object({ id: OperatorId, action: z.enum(OPERATOR_ACTIONS) }),
      query: DryRunQuery,
      headers: ChangeHeaders,
      body: body(OperatorActionInput),
    },
    responses: {
      200: { ...json(AccountDetail, 'Done'), ...etag },
      ...problems(
        'own_post',
        'not_found',
        'transition_closed',
        'version_mismatch',
        'version_missing',
        ...writing,
        ...signedIn,
      ),
    },
  },
  listSessions: {
    method: 'get',
    path: '/v1/sessions',
    operationId: 'listSessions',
    tags: tag('access'),
    summary: 'Who is signed in from where: oneself, or an operator of a security officer’s area',
    security: needs('accounts:read'),
    request: { query: BearersQuery },
    responses: {
      200: json(SessionPage, 'A page, newest first'),
      ...problems('not_found', 'invalid', 'cursor_invalid', ...signedIn),
    },
  },
  revokeSession: ending(
    '/v1/sessions/{id}',
    'revokeSession',
    'End a session; it stops at its next call',
    Session,
  ),
  listTokens: {
    method: 'get',
    path: '/v1/tokens',
    operationId: 'listTokens',
    tags: tag('access'),
    summary: 'Scripts’ tokens: one’s own, or those of an operator of a security officer’s area',
    security: needs('accounts:read'),
    request: { query: BearersQuery },
    responses: {
      200: json(TokenPage, 'A page, newest first'),
      ...problems('not_found', 'invalid', 'cursor_invalid', ...signedIn),
    },
  },
  createToken: {
    method: 'post',
    path: '/v1/tokens',
    operationId: 'createToken',
    tags: tag('access'),
    summary: 'Make a token for a script, of no more than one’s own scope',
    security: needs('accounts:write'),
    request: { query: DryRunQuery, headers: WriteHeaders, body: body(CreateToken) },
    responses: { 201: json(CreatedToken, 'Made'), ...problems(...writing, ...signedIn) },
  },
  revokeToken: ending('/v1/tokens/{id}', 'revokeToken', 'Revoke a token', Token),
} as const;
