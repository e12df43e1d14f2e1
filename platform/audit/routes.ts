import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { listAudit } from './list.ts';
import { verifyAudit } from './verification.ts';

export function auditRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listAudit), async (c) =>
    c.json(await listAudit(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );

  app.openapi(createRoute(ROUTES.verifyAudit), async (c) =>
    c.json(await verifyAudit(c.var.services, c.var.operator, c.req.valid('json')), 200),
  );
}
