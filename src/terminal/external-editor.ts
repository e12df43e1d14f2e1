import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EDITOR_DEFAULT = 'vi';
/** Bytes read back at most: more than any field takes, and what is too long for it is said there. */
const TEXT_BYTES_MAX = 1024 * 1024;

/** What the person wrote, or why there is nothing. */
export type EditedOutside = { ok: true; text: string } | { ok: false; editor: string; code: number | null };

/**
 * Lets the person's own editor ($VISUAL, $EDITOR, vi) write a text; the terminal must be free for it. The text lies in a file that only
 * they can read, and is gone when this resolves or the process ends.
 */
export async function editOutside(text: string, environment: NodeJS.ProcessEnv): Promise<EditedOutside> {
  const editor = environment['VISUAL'] || environment['EDITOR'] || EDITOR_DEFAULT;
  const dir = mkdtempSync(join(tmpdir(), 'district-'));
  const path = join(dir, 'text.txt');
  const remove = () => rmSync(dir, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    writeFileSync(path, text === '' || text.endsWith('\n') ? text : `${text}\n`, { mode: 0o600 });
    // By the shell, since the variable may hold arguments; the path is one word whatever is in it.
    const code = await ended(spawn('/bin/sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit' }));
    if (code !== 0) return { ok: false, editor, code };
    const written = readFileSync(path).subarray(0, TEXT_BYTES_MAX).toString('utf8');
    return { ok: true, text: written.replace(/\n$/, '') };
  } finally {
    remove();
    process.off('exit', remove);
  }
}

function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
}
