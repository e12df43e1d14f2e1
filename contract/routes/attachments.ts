import * as z from 'zod';
import { AddAttachment, Attachment, AttachmentContent } from '../schemas/attachments.ts';
import { RequestNo } from '../schemas/requests.ts';
import { body, DryRunQuery, json, needs, problems, signedIn, tag, WriteHeaders, writing } from './parts.ts';

const OneAttachment = z.object({ no: RequestNo, attachment: z.uuid() });

export const ATTACHMENT_ROUTES = {
  addAttachment: {
    method: 'post',
    path: '/v1/requests/{no}/attachments',
    operationId: 'addAttachment',
    tags: tag('requests'),
    summary: 'Put a photograph or a paper with a request',
    security: needs('requests:write'),
    request: {
      params: z.object({ no: RequestNo }),
      query: DryRunQuery,
      headers: WriteHeaders,
      body: body(AddAttachment),
    },
    responses: {
      201: json(Attachment, 'Put with it'),
      ...problems('forbidden', 'not_found', ...writing, ...signedIn),
    },
  },
  readAttachment: {
    method: 'get',
    path: '/v1/requests/{no}/attachments/{attachment}',
    operationId: 'readAttachment',
    tags: tag('requests'),
    summary: 'The content of an attachment; who looked at it is logged, since it is not masked',
    security: needs('personal:reveal'),
    request: { params: OneAttachment },
    responses: {
      200: json(AttachmentContent, 'The attachment'),
      ...problems('forbidden', 'not_found', 'invalid', ...signedIn),
    },
  },
  removeAttachment: {
    method: 'delete',
    path: '/v1/requests/{no}/attachments/{attachment}',
    operationId: 'removeAttachment',
    tags: tag('requests'),
    summary: 'Take an attachment away: one’s own, or as the centre any',
    security: needs('requests:write'),
    request: { params: OneAttachment, query: DryRunQuery, headers: WriteHeaders },
    responses: {
      200: json(Attachment, 'Taken away'),
      ...problems('forbidden', 'not_found', ...writing, ...signedIn),
    },
  },
} as const;
