/** The built platform on a database that a measurement has filled. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EmbeddedConnection } from '../platform/store/embedded/start.ts';

const PLATFORM = fileURLToPath(new URL('../dist/district-platform.js', import.meta.url));

export interface ServedPlatform {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** @param home where it keeps its data and its log, as `home.log` */
export async function servePlatform(
  { user, host, port, database }: EmbeddedConnection & { database: string },
  home: string,
): Promise<ServedPlatform> {
  const databaseUrl = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  const args = [
    PLATFORM,
    'serve',
    '--no-rate-limits',
    '--port',
    '0',
    '--data-home',
    home,
    '--log',
    `${home}.log`,
  ];
  const platform = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const [line] = (await once(createInterface(platform.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    pid: platform.pid ?? 0,
    async stop() {
      platform.kill('SIGTERM');
      await once(platform, 'exit');
    },
  };
}
