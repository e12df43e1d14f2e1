import { AccessToken, AskForCode, AskForToken, DeviceCode, EndedSession } from '../schemas/sign-in.ts';
import { anyone, body, DryRunQuery, json, needs, OPEN, problems, signedIn, tag } from './parts.ts';

/** Signing a console in, by device authorization (RFC 8628), and out. */
export const SIGN_IN_ROUTES = {
  askForDeviceCode: {
    method: 'post',
    path: '/v1/device/code',
    operationId: 'askForDeviceCode',
    tags: tag('access'),
    summary: 'Begin a sign-in: a code for the person, a secret for the program (RFC 8628 3.1)',
    description: 'Takes application/x-www-form-urlencoded as well.',
    security: OPEN,
    request: { body: body(AskForCode) },
    responses: {
      200: json(DeviceCode, 'The codes'),
      ...problems('malformed', 'body_too_large', 'invalid', ...anyone),
    },
  },
  askForDeviceToken: {
    method: 'post',
    path: '/v1/device/token',
    operationId: 'askForDeviceToken',
    tags: tag('access'),
    summary: 'Whether the person has let the program in, and its token once (RFC 8628 3.4)',
    description:
      'Takes application/x-www-form-urlencoded as well. Problems carry `error`, as RFC 6749 names them.',
    security: OPEN,
    request: { body: body(AskForToken) },
    responses: {
      200: json(AccessToken, 'Let in'),
      ...problems(
        'authorization_pending',
        'slow_down',
        'access_denied',
        'expired_token',
        'invalid_grant',
        'malformed',
        'body_too_large',
        'invalid',
        ...anyone,
      ),
    },
  },
  endSession: {
    method: 'delete',
    path: '/v1/session',
    operationId: 'endSession',
    tags: tag('access'),
    summary: 'Sign out: this bearer ends',
    security: needs('signed_in'),
    request: { query: DryRunQuery },
    responses: { 200: json(EndedSession, 'Ended'), ...problems('invalid', ...signedIn) },
  },
} as const;
