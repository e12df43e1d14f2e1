import * as z from 'zod';
import { AgencyPage, RegionPage, ServiceItemPage } from '../schemas/dictionaries.ts';
import { PageQuery, RegionCode } from '../schemas/fields.ts';
import { REGION_LEVELS, SERVICE_CATEGORIES } from '../vocabulary.ts';
import { json, needs, problems, signedIn, tag } from './parts.ts';

export const DICTIONARY_ROUTES = {
  listRegions: {
    method: 'get',
    path: '/v1/regions',
    operationId: 'listRegions',
    tags: tag('dictionaries'),
    summary: 'Regions of one’s own subtree',
    security: needs('signed_in'),
    request: {
      query: z.object({
        level: z.enum(REGION_LEVELS).optional(),
        parent: RegionCode.optional(),
        ...PageQuery,
      }),
    },
    responses: { 200: json(RegionPage, 'A page'), ...problems('invalid', 'cursor_invalid', ...signedIn) },
  },
  listAgencies: {
    method: 'get',
    path: '/v1/agencies',
    operationId: 'listAgencies',
    tags: tag('dictionaries'),
    summary: 'Departments that handle requests',
    security: needs('signed_in'),
    request: { query: z.object(PageQuery) },
    responses: { 200: json(AgencyPage, 'A page'), ...problems('invalid', 'cursor_invalid', ...signedIn) },
  },
  listItems: {
    method: 'get',
    path: '/v1/items',
    operationId: 'listItems',
    tags: tag('dictionaries'),
    summary: 'The service catalogue with procedures and limits',
    security: needs('signed_in'),
    request: { query: z.object({ category: z.enum(SERVICE_CATEGORIES).optional(), ...PageQuery }) },
    responses: {
      200: json(ServiceItemPage, 'A page'),
      ...problems('invalid', 'cursor_invalid', ...signedIn),
    },
  },
} as const;
