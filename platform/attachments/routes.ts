import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import { appendAudit } from '../audit/append.ts';
import type { App } from '../http/environment.ts';
import { write } from '../http/write.ts';
import { addAttachment } from './add.ts';
import { findContent } from './find.ts';
import { placeOf } from './place-of.ts';
import { attachmentOf } from './present.ts';
import { removeAttachment } from './remove.ts';

export function attachmentRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.addAttachment), (c) => {
    const { services, operator } = c.var;
    const { no } = c.req.valid('param');
    const wish = c.req.valid('json');
    return write(
      c,
      async (db, actor) => {
        const row = await addAttachment(db, services, { ...actor, operator }, no, wish);
        return { status: 201, body: attachmentOf(row) };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.readAttachment), async (c) => {
    const { services, operator, address, requestId } = c.var;
    const { db, keys, clock } = services;
    const which = c.req.valid('param');
    const row = await findContent(db, operator, which);
    // No content leaves without the entry of who looked at it.
    await appendAudit(
      db,
      { operator, address, requestId, at: clock.now() },
      {
        district: row.district,
        action: 'requests.view_attachment',
        object: which.no,
        after: { attachment: row.id },
      },
    );
    return c.json({ ...attachmentOf(row), content: keys.open(row.content, placeOf(row)) }, 200);
  });

  app.openapi(createRoute(ROUTES.removeAttachment), (c) => {
    const { operator } = c.var;
    const which = c.req.valid('param');
    return write(
      c,
      async (db, actor) => ({
        status: 200,
        body: attachmentOf(await removeAttachment(db, { ...actor, operator }, which)),
      }),
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });
}
