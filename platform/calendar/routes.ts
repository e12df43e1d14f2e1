import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { ifMatch, write } from '../http/write.ts';
import { accountOf } from './account.ts';
import { startOfDay } from './plain-date.ts';
import { setYear } from './set-year.ts';
import { readYear } from './year.ts';

/** `2026-09-30`, as against an instant. */
const DATE_LENGTH = 10;

export function calendarRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.reckonDue), (c) => {
    const { from, limit, unit } = c.req.valid('query');
    const startedAt = from.length === DATE_LENGTH ? startOfDay(from) : new Date(from);
    const { dueAt, ...account } = accountOf(startedAt, { limit, unit }, [], c.var.services.calendar);
    return c.json({ dueAt: dueAt.toISOString(), ...account }, 200);
  });

  app.openapi(createRoute(ROUTES.getCalendarYear), async (c) => {
    const year = await readYear(c.var.services.db, c.req.valid('param').year);
    c.header('ETag', `"${year.version}"`);
    return c.json(year, 200);
  });

  app.openapi(createRoute(ROUTES.setCalendarYear), async (c) => {
    const { services, operator } = c.var;
    const { year } = c.req.valid('param');
    const input = c.req.valid('json');
    const version = ifMatch(c);
    const dryRun = c.req.valid('query').dryRun === 'true';
    const answer = await write(
      c,
      async (db, actor) => {
        const body = await setYear(db, { ...actor, operator }, year, input, version);
        return { status: 200, body, version: body.year.version };
      },
      { dryRun },
    );
    if (!dryRun) await services.calendar.reload();
    return answer as never;
  });
}
