import { PlatformError } from '../platform-error.ts';
import type { Database } from '../store/database.ts';
import type { Algorithm } from './algorithms.ts';
import { formatKeyRing, type KeyRing, parseKeyRing } from './key-ring.ts';
import { type KeySource, writeKeys } from './key-source.ts';
import { newSealingKey, type SealingKey } from './sealing-key.ts';

/**
 * Adds a key that seals from now on. It is in the file before any row can name it, and known to the database before any platform seals with
 * it: it comes in at the front, where it only opens, and moves to the end once it is registered.
 */
export async function addKey(
  db: Database,
  source: KeySource,
  algorithm: Algorithm,
  at: Date,
): Promise<SealingKey> {
  const { file, ring } = changeable(source);
  const key = newSealingKey(algorithm);
  await writeKeys(file, formatKeyRing([key, ...ring.keys]), 'again');
  await db.insertInto('sealing_keys').values({ id: key.id, algorithm, added_at: at }).execute();
  await writeKeys(file, formatKeyRing([...ring.keys, key]), 'again');
  return key;
}

/** Takes out a key that no row names any more; the database itself refuses while one does. */
export async function dropKey(db: Database, source: KeySource, id: string): Promise<void> {
  const { file, ring } = changeable(source);
  if (ring.current.id === id) {
    throw new PlatformError(
      'key_needed',
      `The key ${id} is the one that seals.`,
      'Make another first: district-platform keys rotate',
    );
  }
  const kept = ring.keys.filter((key) => key.id !== id);
  if (kept.length === ring.keys.length) {
    const there = ring.keys.map((key) => key.id).join(', ');
    throw new PlatformError('usage', `There is no key ${id} in ${source.name}.`, `There are ${there}.`);
  }
  await db.deleteFrom('sealing_keys').where('id', '=', id).execute();
  await writeKeys(file, formatKeyRing(kept), 'again');
}

function changeable(source: KeySource): { file: string; ring: KeyRing } {
  if (source.file === undefined) {
    throw new PlatformError(
      'usage',
      `The keys come from ${source.name}, which cannot be changed from here.`,
      'Print a key with district-platform keys make, append it to DISTRICT_KEY behind a comma (or take one out), and start the platform again.',
    );
  }
  return { file: source.file, ring: parseKeyRing(source.read() ?? '', source.name) };
}
