import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { progressGrid } from './grid.ts';
import { listProgress } from './list.ts';
import { progressTrend } from './trend.ts';

export function progressRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listProgress), async (c) =>
    c.json(await listProgress(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );
  app.openapi(createRoute(ROUTES.getProgressGrid), async (c) =>
    c.json(await progressGrid(c.var.services, c.var.operator, c.req.valid('query').region), 200),
  );
  app.openapi(createRoute(ROUTES.getProgressTrend), async (c) =>
    c.json(await progressTrend(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );
}
