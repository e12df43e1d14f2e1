import { renameSync, writeFileSync } from 'node:fs';

/** Replaces a file whole, readable by its owner alone: whoever reads meanwhile sees the old one or the new one, never a half. */
export function replaceFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}
