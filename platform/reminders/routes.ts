import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { write } from '../http/write.ts';
import { planReminders } from './plan.ts';
import { remindUnit } from './remind-unit.ts';

export function reminderRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.planReminders), async (c) =>
    c.json(await planReminders(c.var.services, c.var.operator, c.req.valid('query').q), 200),
  );

  app.openapi(createRoute(ROUTES.remindUnit), (c) => {
    const { services, operator } = c.var;
    const input = c.req.valid('json');
    return write(
      c,
      async (db, actor) => ({
        status: 200,
        body: await remindUnit(db, services, { ...actor, operator }, input),
      }),
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });
}
