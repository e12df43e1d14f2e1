/** A sandbox of one's own for the length of a measurement: the built platform on an embedded PostgreSQL in a temporary home. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PLATFORM = fileURLToPath(new URL('../dist/district-platform.js', import.meta.url));

export interface BenchSandbox {
  url: string;
  token: string;
  home: string;
  stop(): Promise<void>;
}

export async function startSandbox(): Promise<BenchSandbox> {
  const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
  const args = [
    PLATFORM,
    'serve',
    '--no-rate-limits',
    '--sandbox',
    '--port',
    '0',
    '--data-home',
    join(home, 'data'),
    '--log',
    join(home, 'log'),
  ];
  const platform = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(platform.stdout), 'line')) as [string];
  const ready = JSON.parse(line) as {
    ready: boolean;
    url: string;
    message?: string;
    identities: { token: string }[];
  };
  if (!ready.ready) throw new Error(ready.message);
  return {
    url: ready.url,
    token: ready.identities[0]?.token ?? '',
    home,
    async stop() {
      platform.kill('SIGTERM');
      await once(platform, 'exit');
      rmSync(home, { recursive: true, force: true });
    },
  };
}
