import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { ifMatch, write } from '../http/write.ts';
import { actOnOperator } from './act.ts';
import { addOperator } from './add.ts';
import { listOperators } from './list.ts';
import { accountDetail } from './present.ts';
import { requireAccounts } from './rules.ts';

export function operatorRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listOperators), async (c) =>
    c.json(await listOperators(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );

  app.openapi(createRoute(ROUTES.addOperator), (c) => {
    const { services, operator } = c.var;
    const wish = c.req.valid('json');
    return write(
      c,
      async (db, actor) => {
        const id = await addOperator(db, services.dictionaries, { ...actor, operator }, wish);
        const body = await accountDetail(services, operator, id, db);
        return { status: 201, body, version: body.version };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.getOperator), async (c) => {
    requireAccounts(c.var.operator);
    const detail = await accountDetail(c.var.services, c.var.operator, c.req.valid('param').id);
    c.header('ETag', `"${detail.version}"`);
    return c.json(detail, 200);
  });

  app.openapi(createRoute(ROUTES.actOnOperator), (c) => {
    const { services, operator } = c.var;
    const wish = { ...c.req.valid('param'), input: c.req.valid('json'), version: ifMatch(c) };
    return write(
      c,
      async (db, actor) => {
        const { id } = await actOnOperator(db, services.dictionaries, { ...actor, operator }, wish);
        const body = await accountDetail(services, operator, id, db);
        return { status: 200, body, version: body.version };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });
}
