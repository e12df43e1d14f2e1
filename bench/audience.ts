/** How long the console waits to see whom a notice would reach: 150,000 residents counted over HTTP. */
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile, row } from './pairs.ts';
import { startSandbox } from './sandbox.ts';

const RUNS = 60;
const SEEDED_ASKED_MS = 500;

const sandbox = await startSandbox();
try {
  await residentsAreIn();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const startedMs = performance.now();
    await count();
    times.push(performance.now() - startedMs);
  }
  const { persons, households } = await count();
  process.stdout.write(row('audience', 'persons', 'households', 'median ms', 'p95 ms'));
  process.stdout.write(row('---', '---', '---', '---', '---'));
  process.stdout.write(
    row('Gulou', String(persons), String(households), quantile(times, 0.5), quantile(times, 0.95)),
  );
} finally {
  await sandbox.stop();
}

async function count(): Promise<{ persons: number; households: number }> {
  const response = await fetch(`${sandbox.url}/v1/notices/audience`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ regions: ['320302000000'] }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as { persons: number; households: number };
}

async function residentsAreIn(): Promise<void> {
  for (;;) {
    const response = await fetch(`${sandbox.url}/v1/platform`);
    const { seeded } = ((await response.json()) as { sandbox: { seeded: { done: number; total: number } } })
      .sandbox;
    if (seeded.done === seeded.total) return;
    await sleep(SEEDED_ASKED_MS);
  }
}
