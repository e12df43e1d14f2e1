import { HASHES_AT_ONCE, HASHES_WAITING_MAX, SUSPECT_HASHES_AT_ONCE } from '../http/limits.ts';

/**
 * Who waits for a hash, the first served first: a person at an address they have signed in from before, anybody, and whoever's address
 * or account has failed lately.
 */
export const LANES = ['familiar', 'unknown', 'suspect'] as const;
export type Lane = (typeof LANES)[number];

export class QueueFull extends Error {}

type Work = () => Promise<void>;

/**
 * Hashes a few passwords at once and lets the rest wait, addresses in turn within a lane: thousands of guesses from one address are one
 * guess ahead of everybody else's sign-in, not thousands.
 */
export class HashingQueue {
  private readonly waiting: Readonly<Record<Lane, Map<string, Work[]>>> = {
    familiar: new Map(),
    unknown: new Map(),
    suspect: new Map(),
  };
  private waitingCount = 0;
  private running = 0;
  private suspectsRunning = 0;

  /** Runs `work` in its turn; throws QueueFull at once when too many wait. */
  run<T>(lane: Lane, address: string, work: () => Promise<T>): Promise<T> {
    if (lane === 'suspect' && this.waitingCount >= HASHES_WAITING_MAX) return Promise.reject(new QueueFull());
    // Guesses do not keep people out: these may wait beyond what guesses may.
    if (this.waitingCount >= 2 * HASHES_WAITING_MAX) return Promise.reject(new QueueFull());
    return new Promise<T>((resolve, reject) => {
      const queue = this.waiting[lane];
      const ofAddress = queue.get(address) ?? [];
      ofAddress.push(() => work().then(resolve, reject));
      queue.set(address, ofAddress);
      this.waitingCount += 1;
      this.startNext();
    });
  }

  private startNext(): void {
    if (this.running >= HASHES_AT_ONCE) return;
    for (const lane of LANES) {
      const isSuspect = lane === 'suspect';
      if (isSuspect && this.suspectsRunning >= SUSPECT_HASHES_AT_ONCE) return;
      const work = this.take(lane);
      if (work === undefined) continue;
      this.running += 1;
      if (isSuspect) this.suspectsRunning += 1;
      void work().then(() => {
        this.running -= 1;
        if (isSuspect) this.suspectsRunning -= 1;
        this.startNext();
      });
      return this.startNext();
    }
  }

  /** The next of the address whose turn it is, which then goes to the end. */
  private take(lane: Lane): Work | undefined {
    const queue = this.waiting[lane];
    const [entry] = queue;
    if (entry === undefined) return undefined;
    const [address, works] = entry;
    const work = works.shift();
    queue.delete(address);
    if (works.length > 0) queue.set(address, works);
    this.waitingCount -= 1;
    return work;
  }
}
