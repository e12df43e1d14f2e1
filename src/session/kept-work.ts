import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';
import { isAlive } from './sandbox/process-life.ts';

/** Bytes of one console's work: a hundred longest replies in Chinese. */
const WORK_BYTES_MAX = 1024 * 1024;
/** What nobody came back for in a month is of no use any more. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Where one console keeps what is in a person's hands, so that it outlives the line, the process and the machine. */
export interface WorkPlace {
  /** Replaces what was kept. False when it is too much to keep. */
  keep(work: unknown): boolean;
  drop(): void;
  /** What a console that is no more left behind here last, or undefined. It is this console's from now on. */
  takeOver(): unknown;
}

/** One file a console, since several may be open on the same platform: 0600 in a 0700 directory, named by context and process. */
export function openWorkPlace(stateDir: string, context: string, pid: number = process.pid): WorkPlace {
  const dir = join(stateDir, 'work');
  const start = `${encodeURIComponent(context)}.`;
  const own = join(dir, `${start}${pid}.json`);
  return {
    keep(work) {
      const text = JSON.stringify(work);
      if (Buffer.byteLength(text) > WORK_BYTES_MAX) return false;
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      chmodSync(dir, 0o700);
      replaceFile(own, text);
      return true;
    },
    drop: () => rmSync(own, { force: true }),
    takeOver() {
      for (const path of leftBehind(dir, start)) {
        try {
          // Whoever renames it first has it.
          renameSync(path, own);
          return JSON.parse(readFileSync(own, 'utf8'));
        } catch {
          // Another console was quicker, or the machine went down while it was written.
        }
      }
      return undefined;
    },
  };
}

/** Files of consoles that are no more, the last one first; those that are too old go. */
function leftBehind(dir: string, start: string): string[] {
  let names: string[];
  try {
    names = readdirSync(dir).filter(
      (name) => name.startsWith(start) && /^\d+\.json$/.test(name.slice(start.length)),
    );
  } catch {
    return [];
  }
  const files = names
    .filter((name) => !isAlive(Number.parseInt(name.slice(start.length), 10)))
    .map((name) => ({
      path: join(dir, name),
      atMs: statSync(join(dir, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }));
  const oldest = Date.now() - KEPT_MS;
  for (const { path, atMs } of files) if (atMs < oldest) rmSync(path, { force: true });
  return files
    .filter(({ atMs }) => atMs >= oldest)
    .sort((a, b) => b.atMs - a.atMs)
    .map(({ path }) => path);
}
