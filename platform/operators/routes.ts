import { OPERATOR_RIGHTS } from '@district/contract/posts.ts';
import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { ifMatch, write } from '../http/write.ts';
import { makeInitialPassword } from '../sign-in/manage.ts';
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

  app.openapi(createRoute(ROUTES.actOnOperator), async (c) => {
    const { services, operator } = c.var;
    const dryRun = c.req.valid('query').dryRun === 'true';
    const { id: named, action } = c.req.valid('param');
    const wish = { id: named, action, input: c.req.valid('json'), version: ifMatch(c) };
    const resets = action === 'reset';
    if (resets) requireAccounts(operator, OPERATOR_RIGHTS.reset);
    // Before the transaction: it takes a third of a second, in which no row should be held.
    const initial = resets && !dryRun ? await makeInitialPassword() : undefined;
    return (await write(
      c,
      async (db, actor) => {
        const { id } = await actOnOperator(db, services, { ...actor, operator }, { ...wish, initial });
        const body = await accountDetail(services, operator, id, db);
        const { version } = body;
        if (!resets) return { status: 200, body, version };
        const secret = initial && { initialPassword: initial.password };
        return { status: 200, body: { ...body, initialPassword: null }, version, ...(secret && { secret }) };
      },
      { dryRun },
    )) as never;
  });
}
