/**
 * Who waits, the first served first: a person at an address they have signed in from before, anybody, and whoever's address or account
 * has failed lately.
 */
export const LANES = ['familiar', 'unknown', 'suspect'] as const;
export type Lane = (typeof LANES)[number];

export class QueueFull extends Error {}

type Work = () => Promise<void>;

export interface QueueLimits {
  atOnce: number;
  /** Of these for what is likely to be a guess: of whoever has failed lately always, and of strangers once so many wait that they are a flood. */
  guessesAtOnce: number;
  /** In each lane. */
  waitingMax: number;
}

/** Strangers that wait are a flood from so many on: on an ordinary morning two or three sign in within a second. */
const FLOOD_MIN = 10;

/**
 * Does a few things at once and lets the rest wait, addresses in turn within a lane: thousands of guesses from one address are one
 * guess ahead of everybody else's sign-in, not thousands.
 */
export class LanedQueue {
  private readonly limits: QueueLimits;
  private readonly waiting: Readonly<Record<Lane, WaitingLine>> = {
    familiar: new WaitingLine(),
    unknown: new WaitingLine(),
    suspect: new WaitingLine(),
  };
  private readonly running: Record<Lane, number> = { familiar: 0, unknown: 0, suspect: 0 };

  constructor(limits: QueueLimits) {
    this.limits = limits;
  }

  /** Runs `work` in its turn; throws QueueFull at once when too many wait in its lane: a flood of guesses fills its own and nobody else's. */
  run<T>(lane: Lane, address: string, work: () => Promise<T>): Promise<T> {
    const line = this.waiting[lane];
    if (line.length >= this.limits.waitingMax) return Promise.reject(new QueueFull());
    return new Promise<T>((resolve, reject) => {
      line.add(address, () => work().then(resolve, reject));
      this.startNext();
    });
  }

  private startNext(): void {
    for (const lane of LANES) {
      if (!this.isFree(lane)) return;
      const work = this.waiting[lane].take();
      if (work === undefined) continue;
      this.running[lane] += 1;
      void work().then(() => {
        this.running[lane] -= 1;
        this.startNext();
      });
      return this.startNext();
    }
  }

  /** Whether a place is free for the next of a lane when nobody waits in those before it. */
  private isFree(lane: Lane): boolean {
    const { familiar, unknown, suspect } = this.running;
    const { atOnce, guessesAtOnce } = this.limits;
    if (familiar + unknown + suspect >= atOnce) return false;
    if (lane === 'suspect') return suspect < guessesAtOnce;
    const isFlood = lane === 'unknown' && this.waiting.unknown.length >= FLOOD_MIN;
    return !isFlood || unknown + suspect < guessesAtOnce;
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
