import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, onTestFinished, test } from 'vitest';

const PLATFORM = fileURLToPath(new URL('../../../dist/district-platform.js', import.meta.url));

interface Line {
  ready: boolean;
  url: string;
  pid: number;
  kind: string;
  message: string;
  hint: string;
}

interface Run {
  line: Line;
  /** Sends SIGTERM and gives the exit code. */
  stop(): Promise<number>;
  exited: Promise<number>;
}

function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'district-serve-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** The real platform process, up to its one line on standard output. */
async function serve(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const child = spawn(process.execPath, [PLATFORM, 'serve', '--port', '0', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit').then(([code]) => code as number);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  const stop = () => {
    child.kill('SIGTERM');
    return exited;
  };
  return { line: JSON.parse(text) as Line, stop, exited };
}

function databaseUrl(database: string): string {
  const { user, host, port } = inject('postgres');
  return `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

describe('district-platform serve', () => {
  test('on its own embedded database is ready, healthy, keeps a second one out, and leaves in order', async () => {
    const home = temporaryHome();
    const first = await serve(['--data-home', home]);
    expect(first.line.ready).toBe(true);
    expect(await (await fetch(`${first.line.url}/readyz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${first.line.url}/v1/platform`)).json()).toMatchObject({
      contract: '1.0',
      sandbox: null,
    });
    const second = await serve(['--data-home', home]);
    expect(second.line).toMatchObject({ ready: false, kind: 'data_in_use' });
    expect(second.line.message).toContain(String(first.line.pid));
    expect(await second.exited).toBe(1);
    expect(await first.stop()).toBe(0);
    const third = await serve(['--data-home', home]);
    expect(third.line.ready).toBe(true);
    expect(await third.stop()).toBe(0);
  });

  test('on a PostgreSQL of one’s own', async () => {
    const run = await serve(['--data-home', temporaryHome()], { DATABASE_URL: databaseUrl('district') });
    expect(run.line.ready).toBe(true);
    expect((await fetch(`${run.line.url}/v1/requests`)).status).toBe(401);
    expect(await run.stop()).toBe(0);
  });

  test('says which port is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    onTestFinished(() => void blocker.close());
    const { port } = blocker.address() as { port: number };
    const run = await serve(['--data-home', temporaryHome(), '--port', String(port)], {
      DATABASE_URL: databaseUrl('district'),
    });
    expect(run.line).toMatchObject({ ready: false, kind: 'port_taken' });
    expect(run.line.message).toContain(String(port));
    expect(await run.exited).toBe(1);
  });

  test.each([
    [
      'a database that is not there',
      {},
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
      'database_unreachable',
    ],
    ['a port that is none', { flags: ['--port', 'http'] }, {}, 'usage'],
    ['a sandbox’s flag without the sandbox', { flags: ['--storm'] }, {}, 'usage'],
    ['a time that is none', { flags: ['--sandbox', '--now', 'yesterday'] }, {}, 'usage'],
  ])(
    'refuses %s in one sentence with a hint',
    async (_what, { flags = [] }: { flags?: string[] }, env, kind) => {
      const run = await serve(['--data-home', temporaryHome(), ...flags], env);
      expect(run.line).toMatchObject({ ready: false, kind });
      expect(run.line.message).not.toBe('');
      expect(run.line.hint).not.toBe('');
      expect(await run.exited).toBe(1);
    },
  );

  test('refuses a data home that cannot be written', async () => {
    const file = join(temporaryHome(), 'a-file');
    writeFileSync(file, '');
    const run = await serve(['--data-home', file]);
    expect(run.line).toMatchObject({ ready: false, kind: 'data_not_writable' });
  });
});
