import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { prepareBinaries } from './binaries.ts';
import { syncDirectory } from './create-cluster.ts';
import { EmbeddedError, fromSystemError } from './errors.ts';
import { checkFormat, FORMAT_FILE } from './format.ts';
import { POSTMASTER_FILE, stopLeftover } from './leftover.ts';
import { exists, openPlace, type Place } from './place.ts';
import { mustRun } from './run-program.ts';

/**
 * Writes all data of a stopped platform to `file`, a tar.gz that `restore` reads, and returns its full path. It is a
 * copy of PostgreSQL's files, so it fits the same major version and processor only. Throws EmbeddedError: `data_in_use`
 * while a platform runs, `would_overwrite` if the file exists.
 */
export async function backup(options: { dataHome: string; file: string }): Promise<string> {
  const file = resolve(options.file);
  const { place, release } = await openPlace(options.dataHome);
  try {
    if (!(await exists(place.store))) {
      throw new EmbeddedError(
        'no_data',
        `There is no data in ${place.home} yet.`,
        'Check DISTRICT_DATA_HOME.',
      );
    }
    await checkFormat(place.store, (await prepareBinaries(place)).major);
    await stopLeftover(place.cluster);
    if (await exists(file)) {
      throw new EmbeddedError(
        'would_overwrite',
        `${file} exists already.`,
        'Choose another name for the backup.',
      );
    }
    await writeArchive(place, file);
    return file;
  } catch (error) {
    throw fromSystemError(error, file);
  } finally {
    await release();
  }
}

/** Under its name there is only ever a complete backup; readable by its owner alone, since it is everybody's data. */
async function writeArchive(place: Place, file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`;
  const archive = await open(draft, 'wx', 0o600);
  try {
    const cluster = basename(place.cluster);
    // The format file comes first, so that restore can look at it without unpacking the rest.
    const members = [`--exclude=${join(cluster, POSTMASTER_FILE)}`, '-C', place.store, FORMAT_FILE, cluster];
    await mustRun('tar', ['-cz', ...members], file, { stdout: archive.fd });
    await archive.sync();
    await rename(draft, file);
    await syncDirectory(dirname(file));
  } finally {
    await archive.close();
    await rm(draft, { force: true });
  }
}
