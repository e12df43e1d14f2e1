import * as z from 'zod';
import { ReplyTemplate, SaveTemplate, TemplateList, TemplateName } from '../schemas/templates.ts';
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

const OneTemplate = z.object({ template: TemplateName });
const changing = [
  'forbidden',
  'not_found',
  'version_mismatch',
  'version_missing',
  ...writing,
  ...signedIn,
] as const;

export const TEMPLATE_ROUTES = {
  listTemplates: {
    method: 'get',
    path: '/v1/templates',
    operationId: 'listTemplates',
    tags: tag('requests'),
    summary: 'Replies and reasons kept to be used again',
    security: needs('requests:read'),
    responses: { 200: json(TemplateList, 'All of them'), ...problems(...signedIn) },
  },
  saveTemplate: {
    method: 'put',
    path: '/v1/templates/{template}',
    operationId: 'saveTemplate',
    tags: tag('requests'),
    summary: 'Keep a text under a name, or change it',
    security: needs('requests:write'),
    request: { params: OneTemplate, query: DryRunQuery, headers: ChangeHeaders, body: body(SaveTemplate) },
    responses: { 200: { ...json(ReplyTemplate, 'Kept'), ...etag }, ...problems(...changing) },
  },
  removeTemplate: {
    method: 'delete',
    path: '/v1/templates/{template}',
    operationId: 'removeTemplate',
    tags: tag('requests'),
    summary: 'Keep a text no longer',
    security: needs('requests:write'),
    request: { params: OneTemplate, query: DryRunQuery, headers: ChangeHeaders },
    responses: { 200: json(ReplyTemplate, 'Gone'), ...problems(...changing) },
  },
} as const;
