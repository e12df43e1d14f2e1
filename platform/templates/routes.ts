import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { ifMatch, write } from '../http/write.ts';
import { listTemplates, removeTemplate, saveTemplate, templateOf } from './templates.ts';

export function templateRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listTemplates), async (c) => {
    const rows = await listTemplates(c.var.services.db, c.var.operator);
    return c.json({ items: rows.map(templateOf) }, 200);
  });

  app.openapi(createRoute(ROUTES.saveTemplate), (c) => {
    const { operator } = c.var;
    const { template: name } = c.req.valid('param');
    const wish = c.req.valid('json');
    const version = ifMatch(c);
    return write(
      c,
      async (db, actor) => {
        const row = await saveTemplate(db, { ...actor, operator }, name, wish, version);
        return { status: 200, body: templateOf(row), version: row.version };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.removeTemplate), (c) => {
    const { operator } = c.var;
    const { template: name } = c.req.valid('param');
    const version = ifMatch(c);
    return write(
      c,
      async (db, actor) => ({
        status: 200,
        body: templateOf(await removeTemplate(db, { ...actor, operator }, name, version)),
      }),
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });
}
