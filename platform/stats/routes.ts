import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { requestStats } from './stats.ts';
import { statsTrend } from './trend.ts';

export function statsRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.getStats), async (c) =>
    c.json(await requestStats(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );
  app.openapi(createRoute(ROUTES.getStatsTrend), async (c) =>
    c.json(await statsTrend(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );
}
