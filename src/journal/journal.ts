import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock, isLockHeld } from '../session/lock.ts';
import { applyLine, type Batch, type JournalLine, newBatch, readBatch } from './batch.ts';
import { BATCH_FORMAT, type BatchPlan, type ItemOutcome } from './batch-plan.ts';
import { createJournalFile, type JournalFile, openJournalFile } from './journal-file.ts';

/** How long a journal is kept after its last line: it may hold a reply as it was typed, and after a month nobody goes on with it. */
export const BATCH_KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** No vowels, and none that is read as a digit: 10^11 of them, never a word. */
const ID_LETTERS = 'bcdfghjkmnpqrstvwxz23456789';
const ID = /^[a-z2-9]{4}-[a-z2-9]{4}$/;
const SUFFIX = '.jsonl';

/** A batch in this process's hands: nobody else works on it until it is let go of. */
export interface HeldBatch extends Readonly<Batch> {
  /** Writes down that the call for an item is about to be made. */
  begin(item: number): void;
  settle(item: number, outcome: ItemOutcome): void;
  /** Whether somebody has said that the rest is not wanted. */
  isCancelled(): boolean;
  letGo(): void;
}

/** The batches of one person on this machine. */
export interface Journal {
  /** Writes a plan to the disk and holds it. */
  create(plan: Omit<BatchPlan, 'format' | 'id' | 'at'>): HeldBatch;
  read(id: string): Batch | undefined;
  /** All there are, the newest first. */
  list(): Batch[];
  /** Whether a process works on it right now. */
  isHeld(id: string): boolean;
  /** Undefined while another process has it. Throws when there is none of that name. */
  hold(id: string): HeldBatch | undefined;
  /** Writes down that what has not been begun is not wanted any more. */
  cancel(id: string): void;
}

/** One append-only file a batch, 0600 in a 0700 directory, with a lock beside it while somebody works on it. */
export function openJournal(stateDir: string, nowMs: () => number = Date.now): Journal {
  const directory = join(stateDir, 'batches');
  const pathOf = (id: string) => join(directory, `${id}${SUFFIX}`);
  const lockOf = (id: string) => join(directory, `${id}.lock`);
  const now = () => new Date(nowMs()).toISOString();
  const read = (id: string) => (ID.test(id) ? readBatch(readText(pathOf(id))) : undefined);

  function held(batch: Batch, file: JournalFile, letGo: () => void): HeldBatch {
    const note = (line: JournalLine) => {
      file.append(line);
      applyLine(batch, line);
    };
    return Object.assign(batch, {
      begin: (item: number) => note({ item, at: now(), begun: true }),
      settle: (item: number, outcome: ItemOutcome) => note({ item, at: now(), outcome }),
      isCancelled: () => {
        if (batch.cancelledAt === null && file.isForeign())
          batch.cancelledAt = read(batch.plan.id)?.cancelledAt ?? null;
        return batch.cancelledAt !== null;
      },
      letGo: () => {
        file.close();
        letGo();
      },
    });
  }

  return {
    create(wish) {
      forgetOld(directory, nowMs() - BATCH_KEPT_DAYS * DAY_MS);
      const plan: BatchPlan = { format: BATCH_FORMAT, id: newId(), at: now(), ...wish };
      const file = createJournalFile(pathOf(plan.id), plan);
      // Nobody else has heard of it yet.
      const letGo = holdLock(lockOf(plan.id)) ?? (() => {});
      return held(newBatch(plan), file, letGo);
    },
    read,
    list: () =>
      idsIn(directory)
        .flatMap((id) => read(id) ?? [])
        .sort((a, b) => b.plan.at.localeCompare(a.plan.at)),
    isHeld: (id) => isLockHeld(lockOf(id)),
    hold(id) {
      const letGo = holdLock(lockOf(id));
      if (letGo === undefined) return undefined;
      // First: what is written from here on is noticed.
      const file = openJournalFile(pathOf(id));
      const batch = read(id);
      if (batch !== undefined) return held(batch, file, letGo);
      file.close();
      letGo();
      throw new Error(`no batch ${id}`);
    },
    cancel(id) {
      const file = openJournalFile(pathOf(id));
      file.append({ cancelled: now() } satisfies JournalLine);
      file.close();
    },
  };
}

function newId(): string {
  const letters = () => Array.from({ length: 4 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('');
  return `${letters()}-${letters()}`;
}

function idsIn(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => name.slice(0, -SUFFIX.length));
  } catch {
    return [];
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function forgetOld(directory: string, beforeMs: number): void {
  for (const id of idsIn(directory)) {
    const path = join(directory, `${id}${SUFFIX}`);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? beforeMs) >= beforeMs) continue;
    rmSync(path, { force: true });
    rmSync(join(directory, `${id}.lock`), { force: true });
  }
}
