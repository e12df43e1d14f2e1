import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { write } from '../http/write.ts';
import { createToken } from './create-token.ts';
import { endOneBearer } from './end.ts';
import { listBearers, sessionOf, tokenOf } from './list.ts';

export function bearerRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listSessions), async (c) => {
    const { services, operator, bearer } = c.var;
    const query = { ...c.req.valid('query'), kind: 'session' as const };
    return c.json(
      await listBearers(services, operator, query, (row, owner) => sessionOf(row, owner, bearer)),
      200,
    );
  });

  app.openapi(createRoute(ROUTES.listTokens), async (c) => {
    const { services, operator } = c.var;
    const query = { ...c.req.valid('query'), kind: 'token' as const };
    return c.json(await listBearers(services, operator, query, tokenOf), 200);
  });

  app.openapi(createRoute(ROUTES.createToken), (c) => {
    const { operator, bearer } = c.var;
    const wish = c.req.valid('json');
    return write(
      c,
      async (db, actor) => {
        const { id, token } = await createToken(db, { ...actor, operator }, bearer, wish);
        const row = await db.selectFrom('tokens').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        return { status: 201, body: { ...tokenOf(row, operator), token: null }, secret: { token } };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.revokeSession), (c) => {
    const { operator, bearer } = c.var;
    const wish = { kind: 'session' as const, ...c.req.valid('param') };
    return write(
      c,
      async (db, actor) => {
        const { row, owner } = await endOneBearer(db, { ...actor, operator }, wish);
        return { status: 200, body: sessionOf(row, owner, bearer) };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.revokeToken), (c) => {
    const { operator } = c.var;
    const wish = { kind: 'token' as const, ...c.req.valid('param') };
    return write(
      c,
      async (db, actor) => {
        const { row, owner } = await endOneBearer(db, { ...actor, operator }, wish);
        return { status: 200, body: tokenOf(row, owner) };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });
}
