import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'district-shell-'));
const bin = join(home, 'bin');
mkdirSync(bin);
symlinkSync(fileURLToPath(new URL('../../dist/district.js', import.meta.url)), join(bin, 'district'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const node = process.execPath.slice(0, process.execPath.lastIndexOf('/'));
const PATH = `${bin}:${node}:${process.env['PATH'] ?? ''}`;

function run(shell: string, ...args: string[]): string[] {
  const env = { PATH, HOME: home, DISTRICT_LANG: 'en', LC_ALL: 'C.UTF-8' };
  return execFileSync(shell, args, { env, encoding: 'utf8' }).split('\n').filter(Boolean);
}

function has(shell: string): boolean {
  try {
    execFileSync(shell, ['-c', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What bash would offer after the line, as its own completion calls the function. */
function bash(line: string): string[] {
  const script = `eval "$(district completion bash)"
    compopt() { :; }
    COMP_LINE=$1 COMP_POINT=\${#1}
    _district_complete district
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  return run('bash', '-c', script, 'bash', line);
}

test('bash: nouns, verbs, flags and choices', () => {
  expect(bash('district req')).toEqual(['requests']);
  expect(bash('district requests acc')).toEqual(['accept']);
  expect(bash('district requests list --so')).toEqual(['--sort']);
  expect(bash('district requests list --sort ')).toEqual(['due', 'newest', 'oldest']);
});

test('bash: what stands before a colon is not given again, unless it is quoted', () => {
  expect(bash('district requests list --q is:ov')).toEqual(['overdue', 'overdue-statutory']);
  expect(bash("district requests list --q 'is:open light:r")).toEqual(['is:open light:red']);
  expect(bash('district requests list --sort=n')).toEqual(['newest']);
});

test.skipIf(!has('fish'))('fish offers words with what they are about', () => {
  const fish = (line: string) =>
    run(
      'fish',
      '--no-config',
      '-c',
      `district completion fish | source; complete -C ${JSON.stringify(line)}`,
    );
  expect(fish('district requests acc')).toEqual(['accept\taccept for handling']);
  expect(fish('district requests list --q is:over')).toEqual([
    'is:overdue\tpast the promised limit',
    'is:overdue-statutory\tpast the statutory limit',
  ]);
});

test.skipIf(!has('zsh'))('zsh takes the script and hands the line over', () => {
  // Without a terminal zsh cannot complete; what its completion calls is caught instead.
  const script = `compdef() { :; }
    eval "$(district completion zsh)"
    compadd() { [[ $1 == -S ]] && print -rl -- "open" $open || print -rl -- $whole; }
    words=(district requests list --q is:ov) CURRENT=5; _district
    words=(district requests list --q li) CURRENT=5; _district`;
  expect(run('zsh', '-f', '-c', script)).toEqual(['is:overdue', 'is:overdue-statutory', 'open', 'light:']);
});
