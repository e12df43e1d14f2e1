import fc from 'fast-check';
import { expect, test } from 'vitest';
import { departures, OPERATIONS } from './document.ts';
import { type Call, callPlan } from './generate.ts';
import { DISCLOSING, PERSONAL, storedTraces } from './personal.ts';
import { learn, letEverybodyBackIn, openWorld, type World } from './world.ts';

/** Calls in an ordinary run; longer ones are made by scripts/fuzz.mjs. */
const CALLS = Number(process.env.FUZZ_CALLS ?? 2_000);
const MINUTES = Number(process.env.FUZZ_MINUTES ?? 0);
/** The same in every ordinary run, so that a change alone can make it fail; a long run goes where none has been. */
const SEED = Number(process.env.FUZZ_SEED ?? (MINUTES > 0 ? Math.floor(Math.random() * 2 ** 31) : 1413));
/** Plans made at a time: what they hold stays small in a long run. */
const ROUND = 500;
/** Rounds more at most until every operation has got through once: what only two in twenty persons may, at the right version, is rare. */
const SEARCH_ROUNDS_MAX = 80;
const MINUTE_MS = 60_000;
/** Most calls take under 10 ms; a busy machine is allowed ten times that. */
const CALL_TIMEOUT_MS = 100;

test(
  `calls of every operation are answered as the document says (seed ${SEED})`,
  async () => {
    const world = await openWorld();
    const answered = new Map<string, Set<number>>();
    const failures: string[] = [];
    const endMs = performance.now() + MINUTES * MINUTE_MS;
    let calls = 0;
    const missed = () =>
      OPERATIONS.filter(({ id }) => ![...(answered.get(id) ?? [])].some((status) => status < 300));
    const rounds = Math.ceil(CALLS / ROUND);
    const goesOn = (round: number) =>
      MINUTES > 0
        ? performance.now() < endMs
        : round < rounds || (missed().length > 0 && round < rounds + SEARCH_ROUNDS_MAX);
    for (let round = 0; goesOn(round); round += 1) {
      // Past the ordinary rounds only what no call got through yet is tried on.
      const wanted = MINUTES > 0 || round < rounds ? undefined : new Set(missed());
      for (const plan of fc.sample(callPlan, { seed: SEED + round, numRuns: ROUND })) {
        const call = plan(world);
        if (wanted?.has(call.operation) === false) continue;
        const { status, found } = await make(world, call);
        answered.set(call.operation.id, (answered.get(call.operation.id) ?? new Set()).add(status));
        if (found.length > 0) failures.push(`${shown(call)}\n  ${found.join('\n  ')}`);
        calls += 1;
      }
      failures.push(...world.district.logged.filter((line) => PERSONAL.test(line)));
      world.district.queries.length = 0;
      world.district.logged.length = 0;
      if (failures.length > 0) break;
    }
    failures.push(...(await storedTraces(world.district.services.db)));
    expect(failures, `FUZZ_SEED=${SEED} repeats this`).toEqual([]);
    expect(
      missed().map(({ id }) => id),
      'operations that no call got through',
    ).toEqual([]);
    if (MINUTES > 0) process.stdout.write(`${calls} calls, seed ${SEED}\n`);
  },
  MINUTES * MINUTE_MS + CALLS * CALL_TIMEOUT_MS,
);

async function make(world: World, call: Call): Promise<{ status: number; found: string[] }> {
  const { method } = call.operation;
  const request = new Request(`http://platform${call.url}`, {
    method,
    headers: call.headers,
    ...(call.body === undefined ? {} : { body: call.body }),
  });
  if (call.headers.every(([name]) => name !== 'content-type')) request.headers.delete('content-type');
  const response = await world.district.app.request(request);
  const { status, headers } = response;
  const isStream = headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (isStream) await response.body?.cancel();
  const text = isStream ? '' : await response.text();
  const found = departures(call.operation, response, text);
  const isDisclosed = response.ok && DISCLOSING.includes(call.operation.id);
  if (!isDisclosed && PERSONAL.test(text)) found.push(`something personal in ${text}`);
  if (status < 300 && !isStream && found.length === 0)
    learn(world, call.operation.id, call.person, JSON.parse(text));
  if (call.operation.id === 'endSession') await letEverybodyBackIn(world);
  return { status, found };
}

/** Characters of a body that are shown: a deep or long one is recognised by its beginning. */
const SHOWN_MAX = 600;

function shown({ operation, person, url, headers, body }: Call): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body && [...body]);
  return `${operation.id} as ${person}: ${operation.method} ${url.slice(0, SHOWN_MAX)} ${JSON.stringify(headers).slice(0, SHOWN_MAX)} ${text?.slice(0, SHOWN_MAX)}`;
}
