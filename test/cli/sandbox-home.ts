import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeHome, type Run, type RunOptions, runDistrict } from './run-district.ts';

export interface SandboxHome {
  /** What points a program at this home. */
  env: Record<string, string>;
  /** Runs a command in this home; `env` comes on top of what points at it. */
  run: (args: readonly string[], options?: RunOptions) => Promise<Run>;
  /** What a command prints with --json, read. */
  json: (...args: string[]) => Promise<unknown>;
  /** Numbers of requests a filter lists, seen by a context. */
  numbers: (filter: string, context?: string) => Promise<string[]>;
  /** Forgets what was left half written, which is offered to whoever comes next. */
  clearDesk: () => void;
  stop: () => Promise<void>;
}

/** A sandbox of its own, started as a person starts one, on a day that never changes. */
export async function startSandbox(...options: string[]): Promise<SandboxHome> {
  const home = makeHome();
  const run: SandboxHome['run'] = (args, options) =>
    runDistrict(args, { ...options, env: { ...home.env, ...options?.env } });
  const json: SandboxHome['json'] = async (...args) => {
    const { code, stdout, stderr } = await run([...args, '--json']);
    if (code !== 0) throw new Error(`district ${args.join(' ')} ended with ${code}: ${stderr}`);
    return JSON.parse(stdout);
  };
  const started = await run(['sandbox', 'up', '--now', '2026-10-08T08:30', ...options]);
  if (started.code !== 0) throw new Error(started.stderr);
  return {
    env: home.env,
    run,
    json,
    numbers: async (filter, context = 'sandbox') => {
      const page = await json('requests', 'list', '--q', filter, '--context', context);
      return (page as { items: { no: string }[] }).items.map(({ no }) => no);
    },
    clearDesk: () => {
      const work = join(home.env['XDG_STATE_HOME'] ?? '', 'district-console', 'work');
      rmSync(work, { recursive: true, force: true });
    },
    stop: async () => {
      await run(['sandbox', 'down']);
      home.remove();
    },
  };
}
