/**
 * Every operation of the contract as plain data: a platform turns it into routes, the OpenAPI document and the conformance suite are made from it.
 */
import * as z from 'zod';
import { ACCOUNT_ROUTES } from './routes/accounts.ts';
import { APPROVAL_ROUTES } from './routes/approvals.ts';
import { ATTACHMENT_ROUTES } from './routes/attachments.ts';
import { AUDIT_ROUTES } from './routes/audit.ts';
import { CALENDAR_ROUTES } from './routes/calendar.ts';
import { DICTIONARY_ROUTES } from './routes/dictionaries.ts';
import { DUTY_ROUTES } from './routes/duty.ts';
import { NOTICE_ROUTES } from './routes/notices.ts';
import { PAGING_ROUTES } from './routes/paging.ts';
import { anyone, json, needs, OPEN, problems, type Security, signedIn, tag } from './routes/parts.ts';
import { PRIVACY_ROUTES } from './routes/privacy.ts';
import { PROGRESS_ROUTES } from './routes/progress.ts';
import { PUBLIC_ROUTES } from './routes/public.ts';
import { REQUEST_ROUTES } from './routes/requests.ts';
import { SIGN_IN_ROUTES } from './routes/sign-in.ts';
import { STATS_ROUTES } from './routes/stats.ts';
import { TEMPLATE_ROUTES } from './routes/templates.ts';
import { TRIAGE_ROUTES } from './routes/triage.ts';
import { DistrictEvent } from './schemas/events.ts';
import { Health, PlatformInfo } from './schemas/platform.ts';

/** A route says who may call it, or is a type error. */
interface Route {
  method: string;
  path: string;
  security: Security;
  [more: string]: unknown;
}

export const ROUTES = {
  getPlatform: {
    method: 'get',
    path: '/v1/platform',
    operationId: 'getPlatform',
    tags: tag('platform'),
    summary: 'What this platform is, and what time it has',
    security: OPEN,
    responses: { 200: json(PlatformInfo, 'The platform'), ...problems(...anyone) },
  },
  ...SIGN_IN_ROUTES,
  ...ACCOUNT_ROUTES,
  ...DICTIONARY_ROUTES,
  ...CALENDAR_ROUTES,
  ...REQUEST_ROUTES,
  ...STATS_ROUTES,
  ...TRIAGE_ROUTES,
  ...DUTY_ROUTES,
  ...PAGING_ROUTES,
  ...ATTACHMENT_ROUTES,
  ...TEMPLATE_ROUTES,
  ...PRIVACY_ROUTES,
  ...APPROVAL_ROUTES,
  ...NOTICE_ROUTES,
  ...PROGRESS_ROUTES,
  ...AUDIT_ROUTES,
  streamEvents: {
    method: 'get',
    path: '/v1/events',
    operationId: 'streamEvents',
    tags: tag('events'),
    summary: 'What changes in one’s subtree, as server-sent events that resume from an id',
    security: needs('signed_in'),
    request: {
      query: z.object({
        after: z
          .string()
          .max(64)
          .optional()
          .meta({ description: 'As Last-Event-ID, for clients that cannot set it.' }),
      }),
      headers: z.object({ 'last-event-id': z.string().max(64).optional() }),
    },
    responses: {
      200: { description: 'A stream', content: { 'text/event-stream': { schema: DistrictEvent } } },
      ...problems('cursor_invalid', 'invalid', ...signedIn),
    },
  },
  ...PUBLIC_ROUTES,
  getHealth: {
    method: 'get',
    path: '/healthz',
    operationId: 'getHealth',
    tags: tag('platform'),
    summary: 'The process is alive',
    security: OPEN,
    responses: { 200: json(Health, 'Alive'), ...problems('method_not_allowed', 'internal') },
  },
  getReadiness: {
    method: 'get',
    path: '/readyz',
    operationId: 'getReadiness',
    tags: tag('platform'),
    summary: 'The database answers and its schema is current',
    security: OPEN,
    responses: { 200: json(Health, 'Ready'), ...problems('method_not_allowed', 'unavailable') },
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

/** Version of the contract, major.minor; a client works with every platform of the same major. */
export const CONTRACT_VERSION = '1.0';
