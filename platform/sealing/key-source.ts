import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PlatformError } from '../platform-error.ts';
import { fromSystemError } from '../store/embedded/errors.ts';

/** Where the keys come from. */
export interface KeySource {
  /** As an error names it. */
  name: string;
  /** Undefined when the keys stand in the environment and cannot be changed from here. */
  file: string | undefined;
  /** Whether the first start may make the file. */
  mayMake: boolean;
  /** Undefined when there is none. */
  read(): string | undefined;
  /** Changes with what `read` gives. */
  stamp(): string;
}

/** DISTRICT_KEY, the keys themselves; or else DISTRICT_KEY_FILE; or else a file beside the data. A sandbox, whose people are invented, has its own. */
export function keySource(env: NodeJS.ProcessEnv, dataHome: string, sandbox: boolean): KeySource {
  if (sandbox) return fileSource(join(dataHome, 'sandbox-keys'), true);
  const text = env['DISTRICT_KEY'];
  if (text !== undefined)
    return { name: 'DISTRICT_KEY', file: undefined, mayMake: false, read: () => text, stamp: () => '' };
  const file = env['DISTRICT_KEY_FILE'];
  return file === undefined ? fileSource(join(dataHome, 'platform-keys'), true) : fileSource(file, false);
}

function fileSource(path: string, mayMake: boolean): KeySource {
  const file = resolve(path);
  return {
    name: file,
    file,
    mayMake,
    read() {
      try {
        return readFileSync(file, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw new PlatformError(
          'key_invalid',
          `The keys in ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
          'Give the user that the platform runs as the right to read the file.',
        );
      }
    },
    stamp: () => String(statSync(file, { throwIfNoEntry: false })?.mtimeMs),
  };
}

/** Under its name there is only ever a complete file, readable by its owner alone. */
export async function writeKeys(file: string, text: string, how: 'first' | 'again'): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    if (how === 'first') return await writeFile(file, text, { flag: 'wx', mode: 0o600, flush: true });
    await writeFile(draft, text, { flag: 'wx', mode: 0o600, flush: true });
    await rename(draft, file);
    const directory = await open(dirname(file));
    await directory.sync().finally(() => directory.close());
  } catch (error) {
    // Another process made it a moment ago: its keys are as good.
    if (how === 'first' && (error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw fromSystemError(error, file);
  } finally {
    await rm(draft, { force: true });
  }
}
