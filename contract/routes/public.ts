import * as z from 'zod';
import { IDEMPOTENCY_KEY_LENGTH_MAX } from '../limits.ts';
import { LookUpRequest, PublicProgress, PublicReceipt, RateRequest } from '../schemas/public.ts';
import { FileRequest } from '../schemas/requests.ts';
import { anyone, body, json, OPEN, problems, tag } from './parts.ts';

export const PUBLIC_ROUTES = {
  fileRequest: {
    method: 'post',
    path: '/v1/public/requests',
    operationId: 'fileRequest',
    tags: tag('public'),
    summary: 'File a request as a resident',
    security: OPEN,
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
    security: OPEN,
    request: { body: body(LookUpRequest) },
    responses: {
      200: json(PublicProgress, 'How far it is'),
      ...problems('malformed', 'not_found', 'body_too_large', 'invalid', ...anyone),
    },
  },
  rateRequest: {
    method: 'post',
    path: '/v1/public/requests/rate',
    operationId: 'rateRequest',
    tags: tag('public'),
    summary: 'Rate how a request was handled; a poor rating has another unit put it right',
    security: OPEN,
    request: { body: body(RateRequest) },
    responses: {
      200: json(PublicProgress, 'Rated, and how far it is'),
      ...problems('malformed', 'not_found', 'transition_closed', 'body_too_large', 'invalid', ...anyone),
    },
  },
} as const;
