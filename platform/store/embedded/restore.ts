import { access, constants, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { prepareBinaries } from './binaries.ts';
import { draftStore, syncDirectory } from './create-cluster.ts';
import { EmbeddedError, fromSystemError } from './errors.ts';
import { checkFormat, FORMAT_FILE } from './format.ts';
import { stopLeftover } from './leftover.ts';
import { exists, openPlace, type Place, replacedStore } from './place.ts';
import { mustRun } from './run-program.ts';

/**
 * Puts the data of a backup in place. Data that is there is only replaced with `force`, and only once the backup has
 * been unpacked whole: until then, and after any failure, it is as it was. Throws EmbeddedError: `data_in_use` while a
 * platform runs, `would_overwrite` without `force`, `data_newer` or `backup_invalid` for the file.
 */
export async function restore(options: { dataHome: string; file: string; force?: boolean }): Promise<void> {
  const file = resolve(options.file);
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw invalid(file, 'it cannot be read', cause);
  });
  const { place, release } = await openPlace(options.dataHome);
  try {
    if (!options.force && (await exists(place.store))) {
      throw new EmbeddedError(
        'would_overwrite',
        `There is data in ${place.home} already.`,
        'Back it up first; then restore with force, which replaces it.',
      );
    }
    await unpackAndReplace(place, file);
  } catch (error) {
    throw fromSystemError(error, place.home);
  } finally {
    await release();
  }
}

async function unpackAndReplace(place: Place, file: string): Promise<void> {
  const { major } = await prepareBinaries(place);
  const draft = await draftStore(place);
  try {
    await unpack(file, draft, [FORMAT_FILE]);
    await checkFormat(draft, major);
    const cluster = basename(place.cluster);
    await unpack(file, draft, [FORMAT_FILE, cluster]);
    if (!(await exists(join(draft, cluster, 'PG_VERSION')))) throw invalid(file, 'it holds no database');
    if (place.account) {
      const owner = `${place.account.uid}:${place.account.gid}`;
      await mustRun('chown', ['-R', owner, join(draft, cluster)], place.home);
    }
    await mustRun('sync', ['-f', draft], place.home);
    await replaceStore(place, draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** If we are cut off between the two renames, the next `openPlace` brings the old store back. */
async function replaceStore(place: Place, draft: string): Promise<void> {
  await stopLeftover(place.cluster);
  const replaced = replacedStore(place.store);
  if (await exists(place.store)) await rename(place.store, replaced);
  await rename(draft, place.store);
  await syncDirectory(place.home);
  await rm(replaced, { recursive: true, force: true });
}

async function unpack(file: string, directory: string, members: string[]): Promise<void> {
  try {
    // -o: the owner is set afterwards, since the archive's may mean someone else here; -p: PostgreSQL insists on 0700.
    await mustRun('tar', ['-xzopf', file, '-C', directory, ...members], directory);
  } catch (error) {
    if (error instanceof EmbeddedError && error.kind === 'start_failed')
      throw invalid(file, error.message, error);
    throw error;
  }
}

function invalid(file: string, why: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'backup_invalid',
    `${file} is not a usable backup: ${why}`,
    'Choose a file that the backup command wrote, or an older one. Nothing has been changed.',
    { cause },
  );
}
