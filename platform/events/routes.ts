import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { streamEvents } from './stream.ts';

export function eventRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.streamEvents), (c) => {
    const after = c.req.valid('header')['last-event-id'] ?? c.req.valid('query').after;
    return streamEvents(c, after) as never;
  });
}
