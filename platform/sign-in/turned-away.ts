import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  TURNED_AWAY_AFTER_MS_MAX,
  TURNED_AWAY_AFTER_MS_MIN,
  TURNED_AWAY_WAITING_MAX,
} from '../http/limits.ts';

/**
 * Keeps whoever is turned away waiting for being told so: whoever guesses has so many connections and no more, and one that waits asks for
 * nothing. So many wait and no more either, or they would be what fills the platform.
 */
export class TurnedAway {
  private waiting = 0;

  /** Ends when the wait is over or whoever waits has hung up; at once, with false, when too many wait already. */
  async hold(gone: AbortSignal): Promise<boolean> {
    if (this.waiting >= TURNED_AWAY_WAITING_MAX) return false;
    this.waiting += 1;
    const afterMs = randomInt(TURNED_AWAY_AFTER_MS_MIN, TURNED_AWAY_AFTER_MS_MAX);
    // Only hanging up rejects it.
    await pause(afterMs, undefined, { signal: gone }).catch(() => undefined);
    this.waiting -= 1;
    return true;
  }
}
