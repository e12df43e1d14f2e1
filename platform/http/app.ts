import { randomUUID } from 'node:crypto';
import { ATTACHMENT_BODY_SIZE_BYTES_MAX, REQUEST_BODY_SIZE_BYTES_MAX } from '@district/contract/limits.ts';
import { PROBLEMS } from '@district/contract/problems.ts';
import { ROUTES } from '@district/contract/routes.ts';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { platformRoutes } from '../about/routes.ts';
import { approvalRoutes } from '../approvals/routes.ts';
import { attachmentRoutes } from '../attachments/routes.ts';
import { noteRefusal } from '../audit/note-refusal.ts';
import { auditRoutes } from '../audit/routes.ts';
import { bearerRoutes } from '../bearers/routes.ts';
import { calendarRoutes } from '../calendar/routes.ts';
import { dictionaryRoutes } from '../dictionaries/routes.ts';
import { dutyRoutes } from '../duty/routes.ts';
import { eventRoutes } from '../events/routes.ts';
import { noticeRoutes } from '../notices/routes.ts';
import { operatorRoutes } from '../operators/routes.ts';
import { overviewRoutes } from '../overview/routes.ts';
import { pagingRoutes } from '../paging/routes.ts';
import { progressRoutes } from '../progress/routes.ts';
import { publicNoticeRoutes } from '../public/notices.ts';
import { publicRoutes } from '../public/routes.ts';
import { reminderRoutes } from '../reminders/routes.ts';
import { requestRoutes } from '../requests/routes.ts';
import { revealRoutes } from '../reveals/routes.ts';
import { signInPages } from '../sign-in/pages/pages.ts';
import { formAsJson, signInRoutes } from '../sign-in/routes.ts';
import { statsRoutes } from '../stats/routes.ts';
import { templateRoutes } from '../templates/routes.ts';
import { triageRoutes } from '../triage/routes.ts';
import { authenticate, enter } from './authenticate.ts';
import { readBodyText } from './body-text.ts';
import type { App, Environment, Services } from './environment.ts';
import { seenFrom } from './network.ts';
import { openApiDocument } from './openapi-document.ts';
import { ProblemError, problemBody } from './problem.ts';
import { limitRate } from './rate.ts';
import { securityHeaders } from './security-headers.ts';
import { unknownAddress } from './unknown-address.ts';
import { refuseInvalid } from './validation.ts';

/** The whole API over its services. */
export function createApp(services: Services): App {
  const app = new OpenAPIHono<Environment>({ defaultHook: refuseInvalid });
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('requestId', randomUUID());
    const seen = seenFrom(services.network, peerOf(c), c.req.raw.headers);
    c.set('seen', seen);
    c.set('address', seen.address);
    c.header('X-Request-Id', c.var.requestId);
    c.header('Cache-Control', 'no-store');
    const startedMs = performance.now();
    await next();
    const ms = Math.round(performance.now() - startedMs);
    services.log.info(
      { id: c.var.requestId, method: c.req.method, path: c.req.path, status: c.res.status, ms },
      'answered',
    );
  });
  app.use(securityHeaders);
  app.use((c, next) => (ATTACHING.test(c.req.path) ? ATTACHMENT_LIMIT : TEXT_LIMIT)(c, next));
  app.use(limitRate());
  for (const path of SIGNED_IN_PATHS) app.use(path, authenticate);
  for (const { method, path, scope } of SCOPES) app.on(method, path, enter(scope));
  app.use('/v1/device/*', formAsJson);
  for (const path of BODY_PATHS) app.on(['POST', 'PUT'], path, readBodyText);
  platformRoutes(app);
  signInRoutes(app);
  dictionaryRoutes(app);
  calendarRoutes(app);
  requestRoutes(app);
  triageRoutes(app);
  dutyRoutes(app);
  reminderRoutes(app);
  pagingRoutes(app);
  attachmentRoutes(app);
  templateRoutes(app);
  revealRoutes(app);
  approvalRoutes(app);
  noticeRoutes(app);
  operatorRoutes(app);
  bearerRoutes(app);
  overviewRoutes(app);
  progressRoutes(app);
  statsRoutes(app);
  auditRoutes(app);
  eventRoutes(app);
  publicRoutes(app);
  publicNoticeRoutes(app);
  app.route(
    '/',
    signInPages((error, c) => problemOf(error, c as never)),
  );
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  app.get('/v1/openapi.json', (c) => c.json(openApiDocument(app)));
  app.notFound((c) => answerProblem(c, unknownAddress(c)));
  app.onError((error, c) => {
    const problem = problemOf(error, c);
    noteRefusal(c, problem.code);
    return answerProblem(c, problem);
  });
  return app;
}

/** Made from the contract, so that a new route that needs a sign-in or takes a body cannot be forgotten. */
const SIGNED_IN_PATHS = pathsOf((route) => route.security.length > 0);
const SCOPES = Object.values(ROUTES).flatMap(({ method, path, security }) =>
  security.map(({ bearer: [scope] }) => ({ method: method.toUpperCase(), path: honoPath(path), scope })),
);
const BODY_PATHS = pathsOf((route) => 'request' in route && 'body' in route.request);

const ATTACHING = /^\/v1\/requests\/[^/]+\/attachments$/;
const TEXT_LIMIT = limitBody(REQUEST_BODY_SIZE_BYTES_MAX, 'shorten the text');
const ATTACHMENT_LIMIT = limitBody(ATTACHMENT_BODY_SIZE_BYTES_MAX, 'make the picture smaller');

function limitBody(maxSize: number, advice: string) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError('body_too_large', `The body is over ${maxSize} bytes: ${advice}.`);
    },
  });
}

function pathsOf(isMeant: (route: (typeof ROUTES)[keyof typeof ROUTES]) => boolean): string[] {
  const paths = Object.values(ROUTES)
    .filter(isMeant)
    .map(({ path }) => honoPath(path));
  return [...new Set(paths)];
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function peerOf(c: Context<Environment>): string | null {
  const bindings = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return bindings?.incoming?.socket?.remoteAddress ?? null;
}

function answerProblem(c: Context<Environment>, problem: ProblemError): Response {
  return c.body(
    JSON.stringify(problemBody(problem, c.req.path, c.var.requestId)),
    PROBLEMS[problem.code].status as 400,
    {
      'Content-Type': 'application/problem+json',
    },
  );
}

/** SQLSTATE classes that mean the database is away or going, not that the request is wrong. */
const DATABASE_AWAY = /^(08|57P|53)|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE/;

function problemOf(error: unknown, c: Context<Environment>): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof HTTPException && error.status === 400) {
    return new ProblemError(
      'malformed',
      'The body is not JSON: check quotes and commas, and send Content-Type: application/json.',
    );
  }
  const code = (error as { code?: unknown }).code;
  const message = error instanceof Error ? error.message : '';
  if (
    (typeof code === 'string' && DATABASE_AWAY.test(code)) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  ) {
    c.var.services.log.error({ id: c.var.requestId, err: error }, 'database away');
    return new ProblemError('unavailable', 'The database does not answer: try again in a moment.');
  }
  c.var.services.log.error({ id: c.var.requestId, err: error }, 'failed');
  return new ProblemError('internal', `The platform failed; give its operators this id: ${c.var.requestId}.`);
}
