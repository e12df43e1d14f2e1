import type { Asking } from './device-codes.ts';

/** Who asks, with the cookies of their browser. */
export interface Visitor extends Asking {
  cookies: string | null;
  /** Aborts when they hang up. */
  gone: AbortSignal;
}
