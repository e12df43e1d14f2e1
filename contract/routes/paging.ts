import * as z from 'zod';
import { DistrictQuery } from '../schemas/approvals.ts';
import {
  ListPagesQuery,
  Page,
  PagePage,
  PagingStep,
  PagingStepNumber,
  PagingSteps,
  SavedPagingStep,
  SetPagingStep,
} from '../schemas/paging.ts';
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

const OneStep = z.object({ step: PagingStepNumber });
const OfDistrict = DryRunQuery.extend(DistrictQuery.shape);

export const PAGING_ROUTES = {
  listPagingSteps: {
    method: 'get',
    path: '/v1/paging',
    operationId: 'listPagingSteps',
    tags: tag('paging'),
    summary: 'The ladder: after how long over what, who is paged',
    security: needs('paging:write'),
    responses: { 200: json(PagingSteps, 'The steps'), ...problems(...signedIn) },
  },
  setPagingStep: {
    method: 'put',
    path: '/v1/paging/{step}',
    operationId: 'setPagingStep',
    tags: tag('paging'),
    summary: 'Set a step of the ladder',
    security: needs('paging:write'),
    request: { params: OneStep, query: OfDistrict, headers: ChangeHeaders, body: body(SetPagingStep) },
    responses: {
      200: { ...json(SavedPagingStep, 'Set'), ...etag },
      ...problems('forbidden', 'version_mismatch', 'version_missing', ...writing, ...signedIn),
    },
  },
  removePagingStep: {
    method: 'delete',
    path: '/v1/paging/{step}',
    operationId: 'removePagingStep',
    tags: tag('paging'),
    summary: 'Take a step out of the ladder',
    security: needs('paging:write'),
    request: { params: OneStep, query: OfDistrict, headers: WriteHeaders },
    responses: {
      200: json(PagingStep, 'Taken out'),
      ...problems('forbidden', 'not_found', ...writing, ...signedIn),
    },
  },
  testPagingStep: {
    method: 'post',
    path: '/v1/paging/{step}/test',
    operationId: 'testPagingStep',
    tags: tag('paging'),
    summary: 'Page now, marked as an exercise, and tell what came back',
    security: needs('paging:write'),
    request: { params: OneStep, query: OfDistrict, headers: WriteHeaders },
    responses: {
      200: json(Page, 'Sent; its state tells whether it arrived'),
      ...problems('forbidden', 'not_found', ...writing, ...signedIn),
    },
  },
  listPages: {
    method: 'get',
    path: '/v1/pages',
    operationId: 'listPages',
    tags: tag('paging'),
    summary: 'Who was paged of what, and what came back; newest first',
    security: needs('paging:write'),
    request: { query: ListPagesQuery },
    responses: { 200: json(PagePage, 'A page'), ...problems('cursor_invalid', 'invalid', ...signedIn) },
  },
} as const;
