import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { App, Environment } from '../http/environment.ts';
import { ifMatch, write } from '../http/write.ts';
import { type Decision, decide } from './decide.ts';
import { requestNoOf } from './find.ts';
import { approvalDetail, listApprovals } from './list.ts';
import { setSetting, settingsDistrict, settingsOf } from './settings.ts';

export function approvalRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listApprovals), async (c) =>
    c.json(await listApprovals(c.var.services, c.var.operator, c.req.valid('query')), 200),
  );

  app.openapi(createRoute(ROUTES.getApproval), async (c) => {
    const approval = await approvalDetail(c.var.services, c.var.operator, c.req.valid('param').id);
    c.header('ETag', `"${approval.version}"`);
    return c.json(approval, 200);
  });

  app.openapi(createRoute(ROUTES.getApprovalSettings), async (c) => {
    const { services, operator } = c.var;
    const district = settingsDistrict(services, operator, c.req.valid('query').district);
    return c.json({ district, kinds: await settingsOf(services.db, district) }, 200);
  });

  app.openapi(createRoute(ROUTES.setApprovalSetting), (c) => {
    const { services, operator } = c.var;
    const { district: named, dryRun } = c.req.valid('query');
    const district = settingsDistrict(services, operator, named);
    const { kind } = c.req.valid('param');
    const input = c.req.valid('json');
    const version = ifMatch(c);
    return write(
      c,
      async (db, actor) => {
        const body = await setSetting(db, { ...actor, operator }, district, kind, input, version);
        return { status: 200, body, version: body.version };
      },
      { dryRun: dryRun === 'true' },
    ) as never;
  });

  app.openapi(createRoute(ROUTES.grantApproval), (c) => {
    const decision: Decision = { verdict: 'granted', text: c.req.valid('json').remark ?? null };
    return decideRoute(c, c.req.valid('param').id, decision, c.req.valid('query').dryRun === 'true') as never;
  });

  app.openapi(createRoute(ROUTES.refuseApproval), (c) => {
    const decision: Decision = { verdict: 'refused', text: c.req.valid('json').reason };
    return decideRoute(c, c.req.valid('param').id, decision, c.req.valid('query').dryRun === 'true') as never;
  });
}

function decideRoute(
  c: Context<Environment>,
  id: string,
  decision: Decision,
  dryRun: boolean,
): Promise<Response> {
  const { services, operator } = c.var;
  const version = ifMatch(c);
  return write(
    c,
    async (db, actor) => {
      await decide(db, services, { ...actor, operator }, id, decision, version);
      const body = await approvalDetail(services, operator, id, db);
      return { status: 200, body, version: body.version };
    },
    { dryRun, turnOf: (db) => requestNoOf(db, id) },
  );
}
