import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { readInbox, siteNotices } from './inbox.ts';

export function publicNoticeRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.readInbox), async (c) =>
    c.json(await readInbox(c.var.services, c.req.valid('header')['x-resident-token']), 200),
  );

  app.openapi(createRoute(ROUTES.listSiteNotices), async (c) =>
    c.json(await siteNotices(c.var.services, c.req.valid('param').community), 200),
  );
}
