import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Environment } from './environment.ts';

/** A year, as browsers want it before they take it at its word. */
const HSTS_SECONDS = 365 * 24 * 60 * 60;

/** What every answer carries: nothing may run, frame, guess or pass on. */
export const securityHeaders = createMiddleware<Environment>(async (c, next) => {
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  if (c.var.seen.isSecure) c.header('Strict-Transport-Security', `max-age=${HSTS_SECONDS}`);
  await next();
});

/** A page may also have its own style and send its own forms. */
export function pageHeaders(c: Context, styleHash: string): void {
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src '${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  c.header('X-Frame-Options', 'DENY');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
}
