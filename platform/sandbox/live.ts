import { setTimeout as sleep } from 'node:timers/promises';
import { dateOf } from '../calendar/plain-date.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { randomOf } from './generate/random.ts';
import { fileOne, workOne } from './live-step.ts';

/** Between two events: slow enough to read along, fast enough to see a day go by. */
const PAUSE_MS_MIN = 2_000;
const PAUSE_MS_MAX = 4_000;
/** A third of what happens is somebody filing something. */
const FILING_SHARE = 0.35;

/** Lets the sandbox's residents file and its staff work, through the platform's own functions, at any hour. Returns how to stop. */
export function startLive(services: Services): () => Promise<void> {
  const stop = new AbortController();
  const running = run(services, stop.signal);
  return async () => {
    stop.abort();
    await running;
  };
}

async function run(services: Services, signal: AbortSignal): Promise<void> {
  const random = randomOf(`live ${dateOf(services.clock.now())}`);
  for (;;) {
    const pauseMs = random.int(PAUSE_MS_MIN, PAUSE_MS_MAX);
    const awake = await sleep(pauseMs, true, { signal }).catch(() => false);
    if (!awake) return;
    try {
      await (random.chance(FILING_SHARE) ? fileOne(services, random) : workOne(services, random));
    } catch (error) {
      // Somebody at the console was faster with the same request: what they did stands.
      if (!(error instanceof ProblemError)) services.log.warn({ err: error }, 'the live day missed a step');
    }
  }
}
