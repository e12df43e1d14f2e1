import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChangeOptions, Client } from '../../src/client/client.ts';
import { outcomeUnknown, unreachable } from '../../src/client/transport-failure.ts';
import { workOff } from '../../src/command/batch/work-off.ts';
import {
  type AnyOperation,
  ExpectedFailure,
  type Failure,
  type Outcome,
} from '../../src/command/operation.ts';
import { isOpen } from '../../src/journal/batch.ts';
import type { PlannedItem } from '../../src/journal/batch-plan.ts';
import { BATCH_KEPT_DAYS, type HeldBatch, openJournal } from '../../src/journal/journal.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW_MS = Date.parse('2026-11-25T00:30:00Z');

let stateDir = '';
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'district-journal-'));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

const pathOf = (id: string) => join(stateDir, 'batches', `${id}.jsonl`);

function begin(items: readonly PlannedItem[], nowMs = () => NOW_MS): HeldBatch {
  return openJournal(stateDir, nowMs).create({
    operation: 'things.do',
    input: { remark: '尽快' },
    filter: null,
    context: 'gulou',
    platform: 'https://gulou.example',
    operator: { id: 'u1', name: '王磊' },
    key: 'k',
    items,
  });
}

/** A machine or process that ends here: nothing after it happens. */
class Killed extends Error {}

/** A platform that does a thing once a key, refuses some for good, and whose line drops or whose caller dies when told. */
class Platform {
  readonly timesDone = new Map<string, number>();
  readonly #answers = new Map<string, string>();
  calls = 0;
  /** What happens at the call of that number. */
  fate: (call: number) => 'answered' | 'lost_before' | 'lost_after' | 'killed_before' | 'killed_after' = () =>
    'answered';
  isRefused: (id: string) => boolean = () => false;

  readonly operation = {
    id: 'things.do',
    items: {
      ids: () => [],
      writer: () => (_client: Client, id: string, options: ChangeOptions) => this.write(id, options),
      versionOf: () => 2,
    },
  } as unknown as AnyOperation;

  async write(id: string, { idempotencyKey = '' }: ChangeOptions): Promise<string> {
    const fate = this.fate(this.calls);
    this.calls += 1;
    await null;
    if (fate === 'killed_before') throw new Killed();
    if (fate === 'lost_before')
      throw new ExpectedFailure(outcomeUnknown('https://gulou.example', idempotencyKey));
    if (this.isRefused(id)) throw new ExpectedFailure(conflict());
    if (!this.#answers.has(idempotencyKey)) {
      this.#answers.set(idempotencyKey, id);
      this.timesDone.set(id, (this.timesDone.get(id) ?? 0) + 1);
    }
    if (fate === 'killed_after') throw new Killed();
    if (fate === 'lost_after')
      throw new ExpectedFailure(outcomeUnknown('https://gulou.example', idempotencyKey));
    return id;
  }
}

function conflict(): Failure {
  const current = { state: 'accepted', version: 9, changedBy: '李娜' };
  return {
    kind: 'version_mismatch',
    message: { en: 'Li Na was quicker.', zh: '李娜已改动。' },
    exit: 6,
    problem: { current, detail: '什么也别留下' },
  };
}

async function work(held: HeldBatch, { operation }: Platform, nowMs = () => NOW_MS): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of workOff(held, operation, {} as Client, nowMs)) outcomes.push(outcome);
  return outcomes;
}

const numbered = (count: number, version: number | null = 1): PlannedItem[] =>
  Array.from({ length: count }, (_, at) => ({ id: `GL-${at + 1}`, version }));

test('killed at any call and torn off at any byte, a batch that is gone on with does each item once and loses none', async () => {
  const fates = fc.constantFrom('answered', 'lost_before', 'lost_after', 'killed_before', 'killed_after');
  const life = fc.record({
    fates: fc.array(fates, { maxLength: 12 }),
    torn: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 12 }),
      fc.array(life, { maxLength: 4 }),
      fc.nat({ max: 5 }),
      async (count, lives, refusedEvery) => {
        const platform = new Platform();
        platform.isRefused = (id) => refusedEvery > 1 && Number(id.slice(3)) % refusedEvery === 0;
        const first = begin(numbered(count));
        const { id } = first.plan;
        first.letGo();
        const planSize = statSync(pathOf(id)).size;
        for (const { fates: ofLife, torn } of lives) {
          const from = platform.calls;
          platform.fate = (call) => ofLife[call - from] ?? 'answered';
          const held = openJournal(stateDir, () => NOW_MS).hold(id);
          await work(held as HeldBatch, platform).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
          });
          held?.letGo();
          // The plan was on the disk before the first call; of the rest any part may be missing.
          const size = statSync(pathOf(id)).size;
          truncateSync(pathOf(id), planSize + Math.floor(torn * (size - planSize)));
        }
        platform.fate = () => 'answered';
        const last = openJournal(stateDir, () => NOW_MS).hold(id) as HeldBatch;
        await work(last, platform);
        last.letGo();
        const told = openJournal(stateDir).read(id);
        const wanted = numbered(count).map((one) => (platform.isRefused(one.id) ? 'refused' : 'done'));
        expect(told?.items.map(({ status }) => status)).toEqual(wanted);
        for (const one of numbered(count))
          expect(platform.timesDone.get(one.id) ?? 0).toBe(platform.isRefused(one.id) ? 0 : 1);
      },
    ),
    { numRuns: 150 },
  );
});

test('the plan stands on the disk, for its owner alone, before anything is sent', () => {
  const { plan, letGo } = begin(numbered(2));
  expect(statSync(pathOf(plan.id)).mode & 0o777).toBe(0o600);
  expect(statSync(join(stateDir, 'batches')).mode & 0o777).toBe(0o700);
  expect(openJournal(stateDir).read(plan.id)).toMatchObject({
    plan: { operation: 'things.do', input: { remark: '尽快' }, items: numbered(2) },
    items: [{ status: 'waiting' }, { status: 'waiting' }],
  });
  letGo();
});

test('of a refusal no more is kept than who was quicker', async () => {
  const platform = new Platform();
  platform.isRefused = (id) => id === 'GL-2';
  const held = begin(numbered(3));
  await work(held, platform);
  held.letGo();
  const text = readFileSync(pathOf(held.plan.id), 'utf8');
  expect(text).toContain('李娜');
  expect(text).not.toContain('什么也别留下');
});

test('what nothing came of waits, what may have been done is unknown, and both stay open', async () => {
  const platform = new Platform();
  platform.operation.items = {
    ...platform.operation.items,
    writer: () => async (_client: Client, id: string) => {
      throw new ExpectedFailure(
        id === 'GL-1'
          ? unreachable('https://gulou.example', 'x')
          : outcomeUnknown('https://gulou.example', 'k'),
      );
    },
  } as never;
  const held = begin(numbered(6));
  const outcomes = await work(held, platform);
  held.letGo();
  expect(held.items.map(({ status }) => status)).toEqual([
    ...['not_done', 'unknown', 'unknown', 'unknown'],
    ...['waiting', 'waiting'],
  ]);
  expect(outcomes.map((one) => one.status === 'failed' && one.error.kind).slice(4)).toEqual([
    'not_tried',
    'not_tried',
  ]);
  expect(isOpen(held)).toBe(true);
});

test('two never work on one batch, and one that was left by a dead process can be had', () => {
  const { plan, letGo } = begin(numbered(2));
  const journal = openJournal(stateDir);
  expect(journal.isHeld(plan.id)).toBe(true);
  expect(journal.hold(plan.id)).toBeUndefined();
  letGo();
  expect(journal.isHeld(plan.id)).toBe(false);
  writeFileSync(join(stateDir, 'batches', `${plan.id}.lock`), '999999999');
  journal.hold(plan.id)?.letGo();
  expect(readdirSync(join(stateDir, 'batches'))).toEqual([`${plan.id}.jsonl`]);
});

test('cancelled from elsewhere, nothing more is begun and what is under way is finished', async () => {
  const platform = new Platform();
  const held = begin(numbered(9));
  platform.fate = (call) => {
    if (call === 1) openJournal(stateDir).cancel(held.plan.id);
    return 'answered';
  };
  const outcomes = await work(held, platform);
  held.letGo();
  expect(platform.timesDone.size).toBeLessThan(9);
  expect(outcomes.filter(({ status }) => status === 'done')).toHaveLength(platform.timesDone.size);
  expect(outcomes.find((one) => one.status === 'failed')).toMatchObject({ error: { kind: 'cancelled' } });
  expect(openJournal(stateDir).read(held.plan.id)?.cancelledAt).not.toBeNull();
});

test.each([
  ['the version seen', { version: 1, doneBy: null }, 'done', 1],
  ['the next one, made by the same person’s same action', { version: 2, doneBy: '王磊' }, 'done', 0],
  ['another’s', { version: 2, doneBy: '李娜' }, 'refused', 0],
  ['a later one', { version: 3, doneBy: '王磊' }, 'refused', 0],
])('a key too old to tell: %s', async (_what, now, status, calls) => {
  const platform = new Platform();
  platform.fate = () => 'killed_before';
  const held = begin(numbered(1));
  await work(held, platform).catch(() => undefined);
  held.letGo();
  platform.fate = () => 'answered';
  platform.calls = 0;
  platform.operation.items = { ...platform.operation.items, look: async () => now } as never;
  const later = openJournal(stateDir).hold(held.plan.id) as HeldBatch;
  const [outcome] = await work(later, platform, () => NOW_MS + 15 * DAY_MS);
  later.letGo();
  expect(later.items[0]?.status).toBe(status);
  expect(platform.calls).toBe(calls);
  if (status === 'refused') expect(outcome).toMatchObject({ error: { kind: 'outcome_untold', exit: 8 } });
});

test('a key too old to tell, and no version seen: nobody claims to know', async () => {
  const platform = new Platform();
  platform.fate = () => 'killed_before';
  const held = begin(numbered(1, null));
  await work(held, platform).catch(() => undefined);
  held.letGo();
  const later = openJournal(stateDir).hold(held.plan.id) as HeldBatch;
  expect(await work(later, platform, () => NOW_MS + 15 * DAY_MS)).toMatchObject([
    { error: { kind: 'outcome_untold' } },
  ]);
  later.letGo();
});

test('journals nobody has written to for a month go when the next is begun', () => {
  const old = begin(numbered(2));
  old.letGo();
  const past = new Date(NOW_MS - (BATCH_KEPT_DAYS + 1) * DAY_MS);
  utimesSync(pathOf(old.plan.id), past, past);
  const next = begin(numbered(2));
  next.letGo();
  expect(
    openJournal(stateDir)
      .list()
      .map(({ plan }) => plan.id),
  ).toEqual([next.plan.id]);
});

test('an id is a name of this directory and nothing else', () => {
  expect(openJournal(stateDir).read('../../etc/passwd')).toBeUndefined();
});

test('where nothing can be written down nothing is sent, and it is said why', () => {
  writeFileSync(join(stateDir, 'batches'), 'in the way');
  expect(() => begin(numbered(2))).toThrowError(
    expect.objectContaining({ failure: expect.objectContaining({ kind: 'journal_failed', exit: 1 }) }),
  );
});
