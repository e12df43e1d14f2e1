import { createMiddleware } from 'hono/factory';
import type { Environment } from './environment.ts';
import { BUCKETS_MAX, RATES, type Rate } from './limits.ts';
import { countedAddress } from './network.ts';
import { ProblemError } from './problem.ts';

interface Bucket {
  left: number;
  atMs: number;
}

/** What each key may still do: full at first, refilled evenly. In memory, since a second is soon over; each process counts for itself. */
class Buckets {
  private readonly kept = new Map<string, Bucket>();
  private readonly rate: Rate;

  constructor(rate: Rate) {
    this.rate = rate;
  }

  /** Takes one; answers for how many seconds to wait when there is none. */
  take(key: string, nowMs: number): number {
    const { burst, perSecond } = this.rate;
    const bucket = this.kept.get(key) ?? { left: burst, atMs: nowMs };
    const left = Math.min(burst, bucket.left + ((nowMs - bucket.atMs) / 1000) * perSecond);
    this.kept.delete(key);
    this.kept.set(key, { left: left < 1 ? left : left - 1, atMs: nowMs });
    if (this.kept.size > BUCKETS_MAX) this.forgetOldest();
    return left < 1 ? Math.ceil((1 - left) / perSecond) : 0;
  }

  /** The one that has asked for nothing for longest: by then it would be full again. */
  private forgetOldest(): void {
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}

/** Characters of an Authorization header that tell one bearer from another. */
const BEARER_KEPT = 100;

/** Keeps one address or one bearer from asking for more than the rest of the district together. */
export function limitRate() {
  const buckets = {
    address: new Buckets(RATES.address),
    stranger: new Buckets(RATES.stranger),
    bearer: new Buckets(RATES.bearer),
  };
  return createMiddleware<Environment>(async (c, next) => {
    const { address, services } = c.var;
    if (address === null || !services.network.rateLimited) return next();
    const nowMs = performance.now();
    const from = countedAddress(address);
    const bearer = c.req.header('authorization');
    const waitSeconds = Math.max(
      buckets.address.take(from, nowMs),
      bearer === undefined
        ? buckets.stranger.take(from, nowMs)
        : buckets.bearer.take(bearer.slice(0, BEARER_KEPT), nowMs),
    );
    if (waitSeconds > 0) {
      c.header('Retry-After', String(waitSeconds));
      throw new ProblemError(
        'rate_limited',
        `Too many requests: wait ${waitSeconds} s, then go on more slowly.`,
      );
    }
    await next();
  });
}
