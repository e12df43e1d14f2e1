import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { rightsOf } from '../access/operator.ts';
import { covers } from '../access/scopes.ts';
import type { App, Environment } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { exportMasked, exportUnmasked } from './export.ts';
import { findByApplicant } from './find-by-applicant.ts';
import { listReveals } from './list.ts';
import { reveal } from './reveal.ts';

export function revealRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.revealRequest), async (c) => {
    const { db, keys } = c.var.services;
    const { no } = c.req.valid('param');
    const asked = c.req.valid('json');
    const actor = actorOf(c);
    return c.json(await db.transaction().execute((writer) => reveal(writer, keys, actor, no, asked)), 200);
  });

  app.openapi(createRoute(ROUTES.listReveals), async (c) =>
    c.json(await listReveals(c.var.services.db, c.var.operator, c.req.valid('param').no), 200),
  );

  app.openapi(createRoute(ROUTES.findByApplicant), async (c) => {
    const { services } = c.var;
    const wanted = c.req.valid('json');
    const actor = actorOf(c);
    const found = await services.db
      .transaction()
      .execute((writer) => findByApplicant(writer, services, actor, wanted));
    return c.json(found, 200);
  });

  app.openapi(createRoute(ROUTES.exportRequests), async (c) => {
    const { services, operator } = c.var;
    const { unmasked, ...query } = c.req.valid('json');
    if (unmasked === undefined) return c.json(await exportMasked(services, operator, query), 200);
    checkMayUnmask(c);
    const actor = actorOf(c);
    const exported = await services.db
      .transaction()
      .execute((writer) => exportUnmasked(writer, services, actor, query.q, unmasked));
    return c.json(exported, 200);
  });
}

/** The route itself is for everybody who reads; what is asked of it here is not. */
function checkMayUnmask({ var: { operator, bearer } }: Context<Environment>): void {
  if (!covers(bearer, 'personal:reveal')) {
    throw new ProblemError(
      'scope_missing',
      'The token was not made for values in the clear: leave out --unmasked, or make one with personal:reveal.',
    );
  }
  if (!rightsOf(operator).reveals) {
    throw new ProblemError(
      'forbidden',
      'Your role may not see values in the clear: export them masked, or ask the district’s centre.',
      { reason: 'role' },
    );
  }
}

function actorOf({ var: { operator, address, requestId, services } }: Context<Environment>) {
  return { operator, address, requestId, at: services.clock.now() };
}
