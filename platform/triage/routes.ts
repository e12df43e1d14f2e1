import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { write } from '../http/write.ts';
import { summaryOf } from '../requests/summary.ts';
import { triageCard } from './card.ts';
import { claimRequest, releaseRequest } from './claim.ts';
import { noteRequest } from './note.ts';
import { listTriage } from './queue.ts';
import { similarRequests } from './similar.ts';
import { snoozeRequest } from './snooze.ts';

export function triageRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listTriage), async (c) => {
    const { free, ...query } = c.req.valid('query');
    return c.json(await listTriage(c.var.services, c.var.operator, { ...query, free: free === 'true' }), 200);
  });

  app.openapi(createRoute(ROUTES.getTriageCard), async (c) =>
    c.json(await triageCard(c.var.services, c.var.operator, c.req.valid('param').no), 200),
  );

  app.openapi(createRoute(ROUTES.similarRequests), async (c) =>
    c.json({ items: await similarRequests(c.var.services, c.var.operator, c.req.valid('param').no) }, 200),
  );

  app.openapi(createRoute(ROUTES.claimRequest), (c) => {
    const { services, operator } = c.var;
    const { no } = c.req.valid('param');
    return write(
      c,
      async (db, actor) => ({
        status: 200,
        body: await claimRequest(db, services, { ...actor, operator }, no),
      }),
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.releaseRequest), (c) => {
    const { services, operator } = c.var;
    const { no } = c.req.valid('param');
    return write(
      c,
      async (db, actor) => ({
        status: 200,
        body: await releaseRequest(db, services, { ...actor, operator }, no),
      }),
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.noteRequest), (c) => {
    const { services, operator } = c.var;
    const { no } = c.req.valid('param');
    const { text } = c.req.valid('json');
    return write(
      c,
      async (db, actor) => {
        const request = await noteRequest(db, { ...actor, operator }, no, text);
        const body = summaryOf(request, operator, actor.at, services.dictionaries);
        return { status: 200, body, version: request.version };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.snoozeRequest), (c) => {
    const { operator } = c.var;
    const { no } = c.req.valid('param');
    const until = new Date(c.req.valid('json').until);
    return write(
      c,
      async (db, actor) => ({
        status: 200,
        body: await snoozeRequest(db, { ...actor, operator }, no, until),
      }),
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.wakeRequest), (c) => {
    const { operator } = c.var;
    const { no } = c.req.valid('param');
    return write(
      c,
      async (db, actor) => ({
        status: 200,
        body: await snoozeRequest(db, { ...actor, operator }, no, null),
      }),
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });
}
