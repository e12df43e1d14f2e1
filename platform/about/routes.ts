import { formatUnit } from '@district/contract/assignee.ts';
import { CONTRACT_VERSION, ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { rightsOf } from '../access/operator.ts';
import type { App } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';

export const PLATFORM_VERSION = '0.1.0';

export function platformRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.getPlatform), (c) => {
    const { clock, sandbox } = c.var.services;
    return c.json(
      {
        name: 'district-platform',
        version: PLATFORM_VERSION,
        contract: CONTRACT_VERSION,
        language: 'zh' as const,
        now: clock.now().toISOString(),
        timeZone: 'Asia/Shanghai' as const,
        sandbox: sandbox && {
          anchor: sandbox.anchor,
          storm: sandbox.storm,
          live: sandbox.live,
          seeded: sandbox.progress(),
        },
      },
      200,
    );
  });

  app.openapi(createRoute(ROUTES.getMe), (c) => {
    const { bearer, operator, services } = c.var;
    const code = operator.region.padEnd(12, '0');
    const { parties, reads, accounts, audits, reveals } = rightsOf(operator);
    return c.json(
      {
        id: operator.id,
        name: operator.name,
        role: operator.role,
        region: { code, name: services.dictionaries.region(code).name },
        unit: operator.unit && services.dictionaries.unit(formatUnit(operator.unit)),
        parties: [...parties],
        rights: { reads, accounts, audits, reveals },
        bearer: {
          kind: bearer.kind,
          scopes: bearer.scopes && [...bearer.scopes],
          expiresAt: bearer.expiresAt?.toISOString() ?? null,
        },
      },
      200,
    );
  });

  app.openapi(createRoute(ROUTES.getHealth), (c) => c.json({ status: 'ok' as const }, 200));

  app.openapi(createRoute(ROUTES.getReadiness), async (c) => {
    try {
      await sql`select 1`.execute(c.var.services.db);
    } catch {
      throw new ProblemError('unavailable', 'The database does not answer: try again in a moment.');
    }
    return c.json({ status: 'ok' as const }, 200);
  });
}
