import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { fingerprint, sandboxAt } from './generated.ts';

test('the sandbox is the same whatever the machine’s time zone', () => {
  const module = new URL('./generated.ts', import.meta.url).href;
  const script = `const { fingerprint, sandboxAt } = await import(${JSON.stringify(module)});
    process.stdout.write(fingerprint(sandboxAt('2026-10-08T08:30', true)));`;
  const inZone = (TZ: string) =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  const here = fingerprint(sandboxAt('2026-10-08T08:30', true));
  expect(inZone('America/Los_Angeles')).toBe(here);
});
