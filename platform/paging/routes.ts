import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import { settingsDistrict } from '../approvals/settings.ts';
import type { App } from '../http/environment.ts';
import { ifMatch, write } from '../http/write.ts';
import { tryPage } from './deliver.ts';
import { listPages, makeExercise, presentPage } from './pages.ts';
import { listSteps, removeStep, setStep } from './steps.ts';

export function pagingRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listPagingSteps), async (c) =>
    c.json({ items: await listSteps(c.var.services.db, c.var.operator) }, 200),
  );

  app.openapi(createRoute(ROUTES.setPagingStep), (c) => {
    const { services, operator } = c.var;
    const { dryRun, district } = c.req.valid('query');
    const place = {
      district: settingsDistrict(services, operator, district),
      step: c.req.valid('param').step,
    };
    const input = c.req.valid('json');
    const version = ifMatch(c);
    return write(
      c,
      async (db, actor) => {
        const { step, made } = await setStep(
          db,
          services.keys,
          { ...actor, operator },
          place,
          input,
          version,
        );
        return {
          status: 200,
          body: step,
          version: step.version,
          ...(made !== undefined && { secret: { secret: made } }),
        };
      },
      { dryRun: dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.removePagingStep), (c) => {
    const { dryRun, district } = c.req.valid('query');
    const place = {
      district: settingsDistrict(c.var.services, c.var.operator, district),
      step: c.req.valid('param').step,
    };
    return write(c, async (db, actor) => ({ status: 200, body: await removeStep(db, actor, place) }), {
      dryRun: dryRun === 'true',
    }) as never;
  });

  app.openapi(createRoute(ROUTES.testPagingStep), (c) => {
    const { services, operator } = c.var;
    const { dryRun, district } = c.req.valid('query');
    const place = settingsDistrict(services, operator, district);
    const { step } = c.req.valid('param');
    return write(
      c,
      async (db, actor) => {
        const page = await makeExercise(db, { ...actor, operator }, place, step);
        // Sent within the transaction: what came back is part of the answer, and there is no second try.
        const after = dryRun === 'true' ? page : await tryPage({ ...services, db: db as never }, page);
        return { status: 200, body: presentPage(after) };
      },
      { dryRun: dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.listPages), async (c) =>
    c.json(await listPages(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );
}
