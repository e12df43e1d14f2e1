import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { ifMatch, write } from '../http/write.ts';
import { actOnNotice } from './act.ts';
import { countAudience, readAudience } from './audience.ts';
import { createNotice } from './create.ts';
import { listDeliveries, listNotices } from './list.ts';
import { noticeDetail } from './present.ts';

export function noticeRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listNotices), async (c) =>
    c.json(await listNotices(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );

  app.openapi(createRoute(ROUTES.countAudience), async (c) => {
    const { services, operator } = c.var;
    const { regions: codes } = c.req.valid('json');
    const audience = readAudience(services, operator, codes);
    const regions = audience.regions.map((region) => services.dictionaries.region(region.padEnd(12, '0')));
    return c.json({ ...(await countAudience(services, audience)), regions }, 200);
  });

  app.openapi(createRoute(ROUTES.createNotice), (c) => {
    const { services, operator } = c.var;
    const wish = c.req.valid('json');
    return write(
      c,
      async (db, actor) => {
        const { no } = await createNotice(db, services, { ...actor, operator }, wish);
        const body = await noticeDetail(services, operator, no, db);
        return { status: 201, body, version: body.version };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.getNotice), async (c) => {
    const detail = await noticeDetail(c.var.services, c.var.operator, c.req.valid('param').no);
    c.header('ETag', `"${detail.version}"`);
    return c.json(detail, 200);
  });

  app.openapi(createRoute(ROUTES.actOnNotice), (c) => {
    const { services, operator } = c.var;
    const { no, action } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const version = ifMatch(c);
    return write(
      c,
      async (db, actor) => {
        await actOnNotice(db, services, { ...actor, operator }, { no, action, reason, version });
        const body = await noticeDetail(services, operator, no, db);
        return { status: 200, body, version: body.version };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.listDeliveries), async (c) => {
    const { no } = c.req.valid('param');
    return c.json(await listDeliveries(c.var.services, c.var.operator, no, c.req.valid('query')), 200);
  });
}
