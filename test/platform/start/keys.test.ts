import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const PLATFORM = fileURLToPath(new URL('../../../dist/district-platform.js', import.meta.url));
const SLOW_TEST_MS = 120_000;

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

function platform(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PLATFORM, ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

/** The real platform process and its one line on standard output. */
async function serve(home: string) {
  const child = spawn(process.execPath, [PLATFORM, 'serve', '--port', '0', '--data-home', home], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  const line = JSON.parse(text) as {
    ready: boolean;
    url: string;
    kind: string;
    message: string;
    hint: string;
  };
  const stop = async () => {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  };
  return { line, stop };
}

async function file(url: string): Promise<string> {
  const response = await fetch(`${url}/v1/public/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      item: 'street_light_repair',
      region: '320302004001',
      title: '路灯不亮',
      body: '坏了',
      applicant: { name: '张建国', phone: '13911112222' },
    }),
  });
  return ((await response.json()) as { no: string }).no;
}

test(
  'keys are made, listed, changed beside a running platform, and missed at the next start',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'district-keys-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const keyFile = join(home, 'platform-keys');
    const at = ['--data-home', home];
    const first = await serve(home);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const no = await file(first.line.url);
    const listed = await platform('keys', 'list', ...at);
    expect(listed.stdout).toMatch(/^[0-9a-f]{8} {2}aes-256-gcm\.v1 {2}seals {2}sealed: 1\n$/);
    const old = listed.stdout.slice(0, 8);
    copyFileSync(keyFile, `${keyFile}.copy`);

    const rotated = await platform('keys', 'rotate', '--algorithm', 'sm4-ctr-hmac-sm3.v1', ...at);
    const added = rotated.stdout.trim();
    expect(rotated.stderr).toContain(keyFile);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const needed = await platform('keys', 'drop', old, ...at);
    expect(needed).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('(values: 1)'),
    });
    expect((await platform('keys', 'reencrypt', ...at)).stdout).toContain(added);
    const look = { no, phoneLast4: '2222' };
    const seen = await fetch(`${first.line.url}/v1/public/requests/look-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(look),
    });
    expect(seen.status).toBe(200);
    expect((await platform('keys', 'drop', old, ...at)).code).toBe(0);
    expect((await platform('keys', 'list', ...at)).stdout).toBe(
      `${added}  sm4-ctr-hmac-sm3.v1  seals  sealed: 1\n`,
    );
    await first.stop();

    const backup = join(home, 'backup.tar.gz');
    expect((await platform('backup', backup, ...at)).stderr).toContain(`${keyFile} (now ${added})`);
    const right = readFileSync(keyFile);
    copyFileSync(`${keyFile}.copy`, keyFile);
    const wrong = await serve(home);
    expect(wrong.line).toMatchObject({ ready: false, kind: 'key_missing' });
    expect(wrong.line.message).toContain(`sealed with the key ${added}; ${keyFile} holds ${old}`);
    rmSync(keyFile);
    const missing = await serve(home);
    expect(missing.line.message).toContain(`sealed with the key ${added}, and there is no key in ${keyFile}`);
    expect(missing.line.hint).toContain('DISTRICT_KEY_FILE');
    writeFileSync(keyFile, right, { mode: 0o600 });
    const again = await serve(home);
    expect(again.line.ready).toBe(true);
    await again.stop();
  },
  SLOW_TEST_MS,
);
