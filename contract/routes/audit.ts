import { AuditPage, AuditVerification, ListAuditQuery, VerifyAudit } from '../schemas/audit.ts';
import { body, json, needs, problems, signedIn, tag } from './parts.ts';

export const AUDIT_ROUTES = {
  listAudit: {
    method: 'get',
    path: '/v1/audit',
    operationId: 'listAudit',
    tags: tag('audit'),
    summary: 'Who did what, from where, with what before and after; newest first',
    security: needs('audit:read'),
    request: { query: ListAuditQuery },
    responses: {
      200: json(AuditPage, 'A page'),
      ...problems('cursor_invalid', 'invalid', ...signedIn),
    },
  },
  verifyAudit: {
    method: 'post',
    path: '/v1/audit/verification',
    operationId: 'verifyAudit',
    tags: tag('audit'),
    summary: 'Whether the audit is whole: a stretch of one chain a call, with what does not fit',
    security: needs('audit:read'),
    request: { body: body(VerifyAudit) },
    responses: {
      200: json(AuditVerification, 'What was found'),
      ...problems('cursor_invalid', 'malformed', 'body_too_large', 'invalid', ...signedIn),
    },
  },
} as const;
