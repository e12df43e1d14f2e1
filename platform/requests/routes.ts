import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import { settingsDistrict } from '../approvals/settings.ts';
import type { App } from '../http/environment.ts';
import { ifMatch, write } from '../http/write.ts';
import { act } from './act.ts';
import { createRequest } from './create.ts';
import { requestDetail } from './detail.ts';
import { explainRequest } from './explain.ts';
import { countRequests } from './facets.ts';
import { listRequests } from './list.ts';
import { rectificationSetting } from './rectification.ts';
import { setRectification } from './set-rectification.ts';
import { summaryOf } from './summary.ts';

export function requestRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listRequests), async (c) =>
    c.json(await listRequests(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );

  app.openapi(createRoute(ROUTES.countRequests), async (c) =>
    c.json(await countRequests(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );

  app.openapi(createRoute(ROUTES.createRequest), (c) => {
    const filing = c.req.valid('json');
    return write(
      c,
      async (db, actor) => {
        const request = await createRequest(db, c.var.services, actor, filing);
        const body = summaryOf(request, c.var.operator, actor.at, c.var.services.dictionaries);
        return { status: 201, body, version: request.version };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.getRequest), async (c) => {
    const detail = await requestDetail(c.var.services, c.var.operator, c.req.valid('param').no);
    c.header('ETag', `"${detail.version}"`);
    return c.json(detail, 200);
  });

  app.openapi(createRoute(ROUTES.explainRequest), async (c) =>
    c.json(await explainRequest(c.var.services, c.var.operator, c.req.valid('param').no), 200),
  );

  app.openapi(createRoute(ROUTES.actOnRequest), (c) => {
    const { no, action } = c.req.valid('param');
    const input = c.req.valid('json');
    const { services, operator } = c.var;
    const version = ifMatch(c);
    return write(
      c,
      async (db, actor) => {
        const { request, approval, heldUntil } = await act(
          db,
          services,
          { ...actor, operator },
          no,
          action,
          input,
          version,
        );
        const body = {
          request: summaryOf(request, operator, actor.at, services.dictionaries),
          approval: approval && {
            id: approval.id,
            kind: approval.kind,
            decideBy: approval.decide_by.toISOString(),
          },
          heldUntil: heldUntil?.toISOString() ?? null,
        };
        return { status: 200, body, version: request.version };
      },
      { dryRun: c.req.valid('query').dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.getRectification), async (c) => {
    const { services, operator } = c.var;
    const district = settingsDistrict(services, operator, c.req.valid('query').district);
    return c.json(await rectificationSetting(services.db, district), 200);
  });

  app.openapi(createRoute(ROUTES.setRectification), (c) => {
    const { services, operator } = c.var;
    const { district: named, dryRun } = c.req.valid('query');
    const district = settingsDistrict(services, operator, named);
    const input = c.req.valid('json');
    const version = ifMatch(c);
    return write(
      c,
      async (db, actor) => {
        const body = await setRectification(db, { ...actor, operator }, district, input, version);
        return { status: 200, body, version: body.version };
      },
      { dryRun: dryRun === 'true' },
    ) as never;
  });
}
