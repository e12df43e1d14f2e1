import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** Lines a person entered, the last one last. */
export interface KeptLines {
  filterLines: readonly string[];
  paletteLines: readonly string[];
}

const NONE: KeptLines = { filterLines: [], paletteLines: [] };

function pathOf(stateDir: string, owner: string): string {
  return join(stateDir, 'lines', `${encodeURIComponent(owner)}.json`);
}

/** What was entered in earlier consoles. A file that cannot be read counts as none: nothing depends on it. */
export function readLines(stateDir: string, owner: string): KeptLines {
  try {
    const kept = JSON.parse(readFileSync(pathOf(stateDir, owner), 'utf8')) as Partial<KeptLines>;
    return { filterLines: texts(kept.filterLines), paletteLines: texts(kept.paletteLines) };
  } catch {
    return NONE;
  }
}

/** Adds a line to what is on the disk now, since several consoles may be open. */
export function keepLine(
  stateDir: string,
  owner: string,
  { kind, line, max }: { kind: keyof KeptLines; line: string; max: number },
): void {
  const path = pathOf(stateDir, owner);
  const kept = readLines(stateDir, owner);
  const lines = [...kept[kind].filter((other) => other !== line), line].slice(-max);
  mkdirSync(join(stateDir, 'lines'), { recursive: true, mode: 0o700 });
  chmodSync(join(stateDir, 'lines'), 0o700);
  replaceFile(path, JSON.stringify({ ...kept, [kind]: lines }));
}

function texts(lines: unknown): string[] {
  return Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [];
}
