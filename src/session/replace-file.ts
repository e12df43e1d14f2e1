import { renameSync, writeFileSync } from 'node:fs';

/** Replaces a file whole, readable by its owner alone: whoever reads meanwhile sees the old one or the new one, never a half. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, path);
}
