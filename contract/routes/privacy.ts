import * as z from 'zod';
import {
  ApplicantRequests,
  ExportPage,
  ExportRequests,
  FindByApplicant,
  Revealed,
  RevealList,
  RevealRequest,
} from '../schemas/privacy.ts';
import { RequestNo } from '../schemas/requests.ts';
import { body, json, needs, problems, signedIn, tag } from './parts.ts';

/** None takes an Idempotency-Key: an answer kept for a repeat would keep what was revealed, and each look is one more. */
export const PRIVACY_ROUTES = {
  revealRequest: {
    method: 'post',
    path: '/v1/requests/{no}/reveal',
    operationId: 'revealRequest',
    tags: tag('privacy'),
    summary: 'See masked values of a request, for a purpose and a case',
    security: needs('personal:reveal'),
    request: { params: z.object({ no: RequestNo }), body: body(RevealRequest) },
    responses: {
      200: json(Revealed, 'The values, and until when they may be shown'),
      ...problems('forbidden', 'not_found', 'invalid', 'malformed', 'body_too_large', ...signedIn),
    },
  },
  listReveals: {
    method: 'get',
    path: '/v1/requests/{no}/reveals',
    operationId: 'listReveals',
    tags: tag('privacy'),
    summary: 'Who has seen what of a request',
    security: needs('requests:read'),
    request: { params: z.object({ no: RequestNo }) },
    responses: {
      200: json(RevealList, 'Newest first'),
      ...problems('forbidden', 'not_found', 'invalid', ...signedIn),
    },
  },
  findByApplicant: {
    method: 'post',
    path: '/v1/requests/by-applicant',
    operationId: 'findByApplicant',
    tags: tag('privacy'),
    summary: 'Requests of the applicant with exactly this phone or identity number',
    security: needs('personal:reveal'),
    request: { body: body(FindByApplicant) },
    responses: {
      200: json(ApplicantRequests, 'Those within the operator’s area'),
      ...problems('forbidden', 'invalid', 'malformed', 'body_too_large', ...signedIn),
    },
  },
  exportRequests: {
    method: 'post',
    path: '/v1/requests/export',
    operationId: 'exportRequests',
    tags: tag('privacy'),
    summary: 'Requests by filter with their applicants, masked unless a purpose and a case are given',
    security: needs('requests:read'),
    request: { body: body(ExportRequests) },
    responses: {
      200: json(ExportPage, 'A page, newest first'),
      ...problems(
        'forbidden',
        'filter_invalid',
        'cursor_invalid',
        'invalid',
        'malformed',
        'body_too_large',
        ...signedIn,
      ),
    },
  },
} as const;
