import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedError } from './errors.ts';

/** Raised when the layout of a store changes so that an older platform would misread it. */
const FORMAT = 1;

export const FORMAT_FILE = 'format.json';

interface StoreFormat {
  format: number;
  postgresMajor: number;
  /** ISO 8601, UTC; by the file system's clock. */
  createdAt: string;
}

export async function writeFormat(store: string, postgresMajor: number): Promise<void> {
  const createdAt = (await stat(store)).mtime.toISOString();
  const content: StoreFormat = { format: FORMAT, postgresMajor, createdAt };
  await writeFile(join(store, FORMAT_FILE), `${JSON.stringify(content)}\n`, { mode: 0o600, flush: true });
}

/** Throws unless the store can be opened by this platform with PostgreSQL `major`; reads only the format file. */
export async function checkFormat(store: string, major: number): Promise<void> {
  const path = join(store, FORMAT_FILE);
  const found = await readFormat(path);
  if (found.format > FORMAT || found.postgresMajor > major) {
    throw new EmbeddedError(
      'data_newer',
      `The data was written by a newer platform (format ${found.format}, PostgreSQL ${found.postgresMajor}); this one knows format ${FORMAT}, PostgreSQL ${major}.`,
      'Use the newer platform, or set DISTRICT_DATA_HOME to another directory. Nothing has been changed.',
    );
  }
  if (found.format < FORMAT || found.postgresMajor < major) {
    throw new EmbeddedError(
      'start_failed',
      `The data is of an older kind (format ${found.format}, PostgreSQL ${found.postgresMajor}) that this platform cannot open.`,
      'Open it with the platform that wrote it. Nothing has been changed.',
    );
  }
}

async function readFormat(path: string): Promise<StoreFormat> {
  try {
    const found: StoreFormat = JSON.parse(await readFile(path, 'utf8'));
    if (Number.isInteger(found.format) && Number.isInteger(found.postgresMajor)) return found;
    throw new Error('it lacks its numbers');
  } catch (cause) {
    throw new EmbeddedError(
      'start_failed',
      `${path} cannot be read, so it is not known what kind of data this is.`,
      'Restore a backup, or set DISTRICT_DATA_HOME to another directory. Nothing has been changed.',
      { cause },
    );
  }
}
