import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ExpectedFailure } from '../command/operation.ts';

/** A file that only grows, a JSON document a line. */
export interface JournalFile {
  append(line: object): void;
  /** Whether somebody else has written to it since. */
  isForeign(): boolean;
  close(): void;
}

/** Makes a new file in a directory of one's own, for its owner alone, that holds its first line and is on the disk before this returns. */
export function createJournalFile(path: string, first: object): JournalFile {
  return guarded(() => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    chmodSync(dirname(path), 0o700);
    const file = openFile(path, 'ax+');
    file.append(first);
    file.sync();
    const directory = openSync(dirname(path), 'r');
    fsyncSync(directory);
    closeSync(directory);
    return file;
  });
}

export function openJournalFile(path: string): JournalFile {
  return guarded(() => openFile(path, 'a+'));
}

/**
 * Lines after the first are not waited for until they are on the disk: they outlive the process, and where a machine loses its power the
 * items' keys make up for those that are lost.
 */
function openFile(path: string, flags: 'a+' | 'ax+'): JournalFile & { sync(): void } {
  const descriptor = openSync(path, flags, 0o600);
  let size = fstatSync(descriptor).size;
  let isTorn = size > 0 && lastByte(descriptor, size) !== '\n';
  return {
    append: (line) =>
      guarded(() => {
        const bytes = Buffer.from(`${isTorn ? '\n' : ''}${JSON.stringify(line)}\n`);
        isTorn = true;
        if (writeSync(descriptor, bytes) < bytes.length) throw Object.assign(new Error(), { code: 'ENOSPC' });
        isTorn = false;
        size += bytes.length;
      }),
    isForeign: () => fstatSync(descriptor).size !== size,
    sync: () => fsyncSync(descriptor),
    close: () => closeSync(descriptor),
  };
}

function lastByte(descriptor: number, size: number): string {
  const byte = Buffer.alloc(1);
  readSync(descriptor, byte, 0, 1, size - 1);
  return byte.toString('latin1');
}

/** Whoever cannot write down what is about to be done does not do it. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof ExpectedFailure) throw error;
    throw new ExpectedFailure(
      {
        kind: 'journal_failed',
        message: {
          en: `The batch's journal cannot be written (${code}): nothing more is sent.`,
          zh: `批次的记录写不下去(${code}):不再发送。`,
        },
        hint: {
          en: 'Make room in the state directory (XDG_STATE_HOME), then resume.',
          zh: '请在状态目录(XDG_STATE_HOME)腾出空间,再继续办理。',
        },
        exit: 1,
      },
      { cause: error },
    );
  }
}
