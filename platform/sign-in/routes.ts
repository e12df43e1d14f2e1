import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { endBearer } from '../access/bearers.ts';
import { districtOf } from '../access/operator.ts';
import { appendAudit } from '../audit/append.ts';
import type { App, Environment } from '../http/environment.ts';
import { type Asking, newDeviceCode, redeemDeviceCode } from './device-codes.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** RFC 8628 programs send forms: they are read as the JSON that the contract has. To stand before the body is read. */
export const formAsJson = createMiddleware<Environment>(async (c, next) => {
  if (!FORM_TYPE.test(c.req.header('content-type') ?? '')) return next();
  const fields = Object.fromEntries(new URLSearchParams(await c.req.text()));
  const headers = new Headers(c.req.raw.headers);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  c.req.raw = new Request(c.req.url, { method: c.req.method, headers, body: JSON.stringify(fields) });
  c.req.bodyCache = {};
  await next();
});

export function signInRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.askForDeviceCode), async (c) => {
    const { client_id, scope } = c.req.valid('json');
    return c.json(await newDeviceCode(c.var.services, client_id, scope, askingOf(c)), 200);
  });

  app.openapi(createRoute(ROUTES.askForDeviceToken), async (c) => {
    const { device_code, client_id } = c.req.valid('json');
    return c.json(await redeemDeviceCode(c.var.services, device_code, client_id, askingOf(c)), 200);
  });

  app.openapi(createRoute(ROUTES.endSession), async (c) => {
    const { services, operator, bearer, address, requestId } = c.var;
    const at = services.clock.now();
    if (c.req.valid('query').dryRun === 'false') {
      const district = districtOf(operator);
      await services.db.transaction().execute(async (db) => {
        await endBearer(db, { district, id: bearer.id }, at);
        const entry = { district, action: `${bearer.kind}s.end`, object: bearer.id };
        await appendAudit(db, { operator, address, requestId, at }, entry);
      });
    }
    return c.json({ endedAt: at.toISOString() }, 200);
  });
}

function askingOf(c: Context<Environment>): Asking {
  return { seen: c.var.seen, agent: c.req.header('user-agent') ?? null, requestId: c.var.requestId };
}
