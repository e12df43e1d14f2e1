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
  private readonly waiting: Readonly<Record<Lane, WaitingLine>> = {
    familiar: new WaitingLine(),
    unknown: new WaitingLine(),
    suspect: new WaitingLine(),
  };
  private running = 0;
  private suspectsRunning = 0;

  /** Runs `work` in its turn; throws QueueFull at once when too many wait in its lane: a flood of guesses fills its own and nobody else's. */
  run<T>(lane: Lane, address: string, work: () => Promise<T>): Promise<T> {
    const line = this.waiting[lane];
    if (line.length >= HASHES_WAITING_MAX) return Promise.reject(new QueueFull());
    return new Promise<T>((resolve, reject) => {
      line.add(address, () => work().then(resolve, reject));
      this.startNext();
    });
  }

  private startNext(): void {
    if (this.running >= HASHES_AT_ONCE) return;
    for (const lane of LANES) {
      const isSuspect = lane === 'suspect';
      if (isSuspect && this.suspectsRunning >= SUSPECT_HASHES_AT_ONCE) return;
      const work = this.waiting[lane].take();
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
}

/** Those who wait in one lane, addresses in turn. */
class WaitingLine {
  private readonly ofAddress = new Map<string, Work[]>();
  length = 0;

  add(address: string, work: Work): void {
    const works = this.ofAddress.get(address) ?? [];
    works.push(work);
    this.ofAddress.set(address, works);
    this.length += 1;
  }

  /** The next of the address whose turn it is, which then goes to the end. */
  take(): Work | undefined {
    const [entry] = this.ofAddress;
    if (entry === undefined) return undefined;
    const [address, works] = entry;
    const work = works.shift();
    this.ofAddress.delete(address);
    if (works.length > 0) this.ofAddress.set(address, works);
    this.length -= 1;
    return work;
  }
}
