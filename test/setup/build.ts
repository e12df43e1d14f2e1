import { execFileSync } from 'node:child_process';

/** Tests that start the real program start the one built from this tree. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
