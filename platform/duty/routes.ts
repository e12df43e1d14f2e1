import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { write } from '../http/write.ts';
import { acknowledgeItem } from './acknowledge.ts';
import { handOver } from './hand-over.ts';
import { dutyLog } from './log.ts';
import { startDuty } from './start.ts';
import { dutyStatus } from './status.ts';

export function dutyRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.getDuty), async (c) =>
    c.json(await dutyStatus(c.var.services, c.var.operator), 200),
  );

  app.openapi(createRoute(ROUTES.getDutyLog), async (c) =>
    c.json(await dutyLog(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );

  app.openapi(createRoute(ROUTES.startDuty), (c) => {
    const { services, operator } = c.var;
    const input = c.req.valid('json');
    return write(
      c,
      async (db, actor) => ({
        status: 201,
        body: await startDuty(db, services, { ...actor, operator }, input),
      }),
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.handOver), (c) => {
    const { services, operator } = c.var;
    const input = c.req.valid('json');
    return write(
      c,
      async (db, actor) => ({
        status: 200,
        body: await handOver(db, services, { ...actor, operator }, input),
      }),
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.acknowledgeItem), (c) => {
    const { services, operator } = c.var;
    const { handoverItem } = c.req.valid('param');
    const { take = false } = c.req.valid('json');
    return write(
      c,
      async (db, actor) => ({
        status: 200,
        body: await acknowledgeItem(db, services, { ...actor, operator }, handoverItem, take),
      }),
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });
}
