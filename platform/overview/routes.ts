import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { overview } from './overview.ts';

export function overviewRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.getOverview), async (c) =>
    c.json(await overview(c.var.services, c.var.operator), 200),
  );
}
