import { sql } from 'kysely';
import { PlatformError } from '../platform-error.ts';
import type { Database, Reader } from '../store/database.ts';
import { formatKeyRing, type KeyRing, parseKeyRing } from './key-ring.ts';
import { type KeySource, writeKeys } from './key-source.ts';
import { Keys } from './keys.ts';
import { newSealingKey } from './sealing-key.ts';

/** What a platform seals with when nobody has chosen. */
export const FIRST_ALGORITHM = 'aes-256-gcm.v1';

interface OpenOptions {
  /** The data are about to be thrown away, and their keys are not missed. */
  emptied?: boolean;
  /** Told of the file that the first key was put into. */
  onMade?: (file: string) => void;
}

/**
 * The keys of a database, before its schema is brought up to date. Without any, and where the data need none yet, the first key is made.
 * Fails with `key_missing` when the data were sealed with a key that is not there.
 */
export async function openKeys(
  db: Database,
  source: KeySource,
  { emptied = false, onMade }: OpenOptions = {},
): Promise<Keys> {
  const needed = emptied ? [] : await neededKeys(db);
  if (source.read() === undefined) {
    if (needed.length > 0 || !source.mayMake || source.file === undefined) throw noKeys(source, needed);
    await writeKeys(source.file, formatKeyRing([newSealingKey(FIRST_ALGORITHM)]), 'first');
    onMade?.(source.file);
  }
  const ring = parseKeyRing(source.read() ?? '', source.name);
  const missing = needed.filter((id) => !ring.keys.some((key) => key.id === id));
  if (missing.length > 0) throw keyMissing(source, missing, ring);
  return new Keys(source, ring);
}

/** Ids of the keys that values of this database are sealed with; none before the first start. */
async function neededKeys(db: Database): Promise<string[]> {
  const { rows } = await sql<{
    found: string | null;
  }>`select to_regclass('sealing_keys')::text as found`.execute(db);
  if (!rows[0]?.found) return [];
  const needed = await db
    .selectFrom('sealing_keys')
    .select('id')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('request_personal').select('key_id').whereRef('key_id', '=', 'sealing_keys.id')),
    )
    .orderBy('added_at')
    .execute();
  return needed.map(({ id }) => id);
}

/** Says in the database that values may be sealed with this key from now on; no row names a key that is not told of here. */
export async function registerKey(db: Reader, keys: Keys, at: Date): Promise<void> {
  const { id, algorithm } = keys.current();
  await db
    .insertInto('sealing_keys')
    .values({ id, algorithm, added_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const WHERE_TO_LOOK =
  'Put the key file back from where you keep its copy, or name it in DISTRICT_KEY_FILE, or give the keys in DISTRICT_KEY.';

function noKeys(source: KeySource, needed: readonly string[]): PlatformError {
  const why =
    needed.length > 0
      ? `The personal data in the database are sealed with the key ${needed.join(', ')}, and there is no key in ${source.name}.`
      : `There is no key in ${source.name}.`;
  return new PlatformError('key_missing', why, WHERE_TO_LOOK);
}

function keyMissing(source: KeySource, missing: readonly string[], ring: KeyRing): PlatformError {
  const there = ring.keys.map(({ id }) => id).join(', ');
  return new PlatformError(
    'key_missing',
    `The personal data in the database are sealed with the key ${missing.join(', ')}; ${source.name} holds ${there}, which does not open them.`,
    WHERE_TO_LOOK,
  );
}
