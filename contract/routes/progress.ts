import * as z from 'zod';
import { PageQuery } from '../schemas/fields.ts';
import {
  DatasetPage,
  GridQuery,
  ProgressGrid,
  ProgressPage,
  ProgressQuery,
  ProgressTrend,
  TrendQuery,
} from '../schemas/progress.ts';
import { json, needs, problems, signedIn, tag } from './parts.ts';

/** How far data entry is: counts alone, nothing of any record. */
export const PROGRESS_ROUTES = {
  listDatasets: {
    method: 'get',
    path: '/v1/datasets',
    operationId: 'listDatasets',
    tags: tag('dictionaries'),
    summary: 'Base datasets with their units and required fields',
    security: needs('signed_in'),
    request: { query: z.object(PageQuery) },
    responses: { 200: json(DatasetPage, 'A page'), ...problems('invalid', 'cursor_invalid', ...signedIn) },
  },
  listProgress: {
    method: 'get',
    path: '/v1/progress',
    operationId: 'listProgress',
    tags: tag('progress'),
    summary: 'How far each dataset is in each street or community, against what is expected by now',
    security: needs('progress:read'),
    request: { query: ProgressQuery },
    responses: {
      200: json(ProgressPage, 'A page'),
      ...problems('not_found', 'invalid', 'cursor_invalid', ...signedIn),
    },
  },
  getProgressGrid: {
    method: 'get',
    path: '/v1/progress/grid',
    operationId: 'getProgressGrid',
    tags: tag('progress'),
    summary: 'Streets, or a street’s communities, by dataset',
    security: needs('progress:read'),
    request: { query: GridQuery },
    responses: { 200: json(ProgressGrid, 'The grid'), ...problems('not_found', 'invalid', ...signedIn) },
  },
  getProgressTrend: {
    method: 'get',
    path: '/v1/progress/trend',
    operationId: 'getProgressTrend',
    tags: tag('progress'),
    summary: 'Coverage of one dataset day by day, against what was expected',
    security: needs('progress:read'),
    request: { query: TrendQuery },
    responses: { 200: json(ProgressTrend, 'The series'), ...problems('not_found', 'invalid', ...signedIn) },
  },
} as const;
