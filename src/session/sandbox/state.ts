import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Places } from '../places.ts';
import { replaceFile } from '../replace-file.ts';
import { isPlatform } from './process-life.ts';
import type { ExampleResident } from './spawn-platform.ts';

/** What is known of a sandbox that was started from here. */
export interface SandboxState {
  url: string;
  pid: number;
  /** The date the seed is built around, YYYY-MM-DD. */
  anchor: string;
  storm: boolean;
  live: boolean;
  /** Names of the contexts that sign in to it. */
  contexts: string[];
  /** How its people sign in on the platform's page; missing in a state an earlier version wrote. */
  signIn?: { logins: string[]; password: string };
  /** Somebody whose inbox can be read; missing in a state an earlier version wrote. */
  resident?: ExampleResident;
}

export function sandboxPaths({ stateDir }: Pick<Places, 'stateDir'>) {
  return {
    directory: stateDir,
    state: join(stateDir, 'sandbox.json'),
    lock: join(stateDir, 'sandbox.lock'),
    leases: join(stateDir, 'leases'),
    log: join(stateDir, 'platform.log'),
  };
}

/** The sandbox that runs, or undefined; a state file whose process is gone counts as none. */
export function runningSandbox(places: Pick<Places, 'stateDir'>): SandboxState | undefined {
  const state = readState(sandboxPaths(places).state);
  return state && isPlatform(state.pid) ? state : undefined;
}

export function keepState(places: Pick<Places, 'stateDir'>, state: SandboxState): void {
  const { directory, state: path } = sandboxPaths(places);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  replaceFile(path, `${JSON.stringify(state, null, 2)}\n`);
}

export function forgetState(places: Pick<Places, 'stateDir'>): void {
  rmSync(sandboxPaths(places).state, { force: true });
}

/** A file cut short by a full disk says nothing, as if there were none. */
function readState(path: string): SandboxState | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as SandboxState;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
