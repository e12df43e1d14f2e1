import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import { inTurn } from '../events/turn.ts';
import type { App } from '../http/environment.ts';
import { write } from '../http/write.ts';
import { createRequest } from '../requests/create.ts';
import { lookUp } from './look-up.ts';
import { limitLookUp } from './look-up-limit.ts';
import { rateRequest } from './rate.ts';

export function publicRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.fileRequest), (c) => {
    const filing = c.req.valid('json');
    return write(
      c,
      async (db, actor) => {
        const request = await createRequest(db, c.var.services, actor, { ...filing, source: 'public' });
        return {
          status: 201,
          body: { no: request.no, state: request.state, submittedAt: request.submitted_at.toISOString() },
        };
      },
      { keyOptional: true },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.lookUpRequest), async (c) => {
    const { no, phoneLast4 } = c.req.valid('json');
    return c.json(await limitLookUp(c, no, () => lookUp(c.var.services, no, phoneLast4)), 200);
  });

  app.openapi(createRoute(ROUTES.rateRequest), async (c) => {
    const { services, requestId, address } = c.var;
    const rated = c.req.valid('json');
    const { no, phoneLast4 } = rated;
    // Found by number and phone first, so that a rating tells a stranger no more than a look-up does.
    await limitLookUp(c, no, () => lookUp(services, no, phoneLast4));
    const actor = { operator: null, address, requestId, at: services.clock.now() };
    await inTurn(services.db, no, (db) => rateRequest(db, services, actor, rated));
    return c.json(await lookUp(services, no, phoneLast4), 200);
  });
}
