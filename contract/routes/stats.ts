import { Stats, StatsQuery, StatsTrend, StatsTrendQuery } from '../schemas/stats.ts';
import { json, needs, problems, signedIn, tag } from './parts.ts';

const refusals = problems('filter_invalid', 'invalid', 'too_costly', ...signedIn);

export const STATS_ROUTES = {
  getStats: {
    method: 'get',
    path: '/v1/stats',
    operationId: 'getStats',
    tags: tag('requests'),
    summary: 'Rates, times and backlog of the requests of a period, group by group',
    security: needs('requests:read'),
    request: { query: StatsQuery },
    responses: { 200: json(Stats, 'The figures'), ...refusals },
  },
  getStatsTrend: {
    method: 'get',
    path: '/v1/stats/trend',
    operationId: 'getStatsTrend',
    tags: tag('requests'),
    summary: 'The same month by month',
    security: needs('requests:read'),
    request: { query: StatsTrendQuery },
    responses: { 200: json(StatsTrend, 'The series'), ...refusals },
  },
} as const;
