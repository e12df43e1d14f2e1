import { sql } from 'kysely';
import { resealAttachments } from '../attachments/reseal.ts';
import { resealPagingSecrets } from '../paging/reseal.ts';
import { PlatformError } from '../platform-error.ts';
import { resealAll } from '../requests/reseal.ts';
import type { Algorithm } from '../sealing/algorithms.ts';
import { addKey, dropKey } from '../sealing/change-keys.ts';
import { formatKeyWord } from '../sealing/key-ring.ts';
import { registerKey } from '../sealing/open-keys.ts';
import { newSealingKey } from '../sealing/sealing-key.ts';
import type { Database } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import { withDatabase } from './with-database.ts';

export interface KeyFlags {
  dataHome: string;
  sandbox?: boolean;
}

/** One line a key: its name, its algorithm, whether it seals, and how many values still need it. */
export function listKeysCommand(flags: KeyFlags): Promise<void> {
  return withDatabase(flags, async (db, { keys }) => {
    const counts = await needs(db);
    for (const { id, algorithm } of keys.all()) {
      const role = id === keys.current().id ? 'seals' : 'opens';
      process.stdout.write(`${id}  ${algorithm}  ${role}  sealed: ${counts.get(id) ?? 0}\n`);
    }
  });
}

/** Prints a key for DISTRICT_KEY; nothing keeps it. */
export async function makeKeyCommand({ algorithm }: { algorithm: Algorithm }): Promise<void> {
  process.stdout.write(`${formatKeyWord(newSealingKey(algorithm))}\n`);
}

export function rotateKeysCommand(flags: KeyFlags & { algorithm: Algorithm }): Promise<void> {
  return withDatabase(flags, async (db, { source }) => {
    const { id } = await addKey(db, source, flags.algorithm, new Date());
    process.stdout.write(`${id}\n`);
    process.stderr.write(
      `The key ${id} seals from now on, on a running platform within seconds; older keys go on opening.\nKeep a copy of ${source.file}; then seal anew what there is: district-platform keys reencrypt\n`,
    );
  });
}

export function reencryptCommand(flags: KeyFlags): Promise<void> {
  return withDatabase(flags, async (db, { keys }) => {
    await registerKey(db, keys, new Date());
    const { id } = keys.current();
    const total = [...(await needs(db))].reduce((sum, [key, count]) => (key === id ? sum : sum + count), 0);
    const told = signalled();
    let before = 0;
    for (const { reseal } of SEALED) {
      let done = 0;
      for await (done of reseal(db, keys)) {
        process.stderr.write(`sealed anew with ${id}: ${before + done} of ${total}\n`);
        if (told.stop) {
          process.stderr.write('Stopped: the rest is as it was. The same command goes on.\n');
          process.exitCode = 130;
          return;
        }
      }
      before += done;
    }
    process.stdout.write(`Everything is sealed with ${id}.\n`);
  });
}

export function dropKeyCommand(id: string, flags: KeyFlags): Promise<void> {
  return withDatabase(flags, async (db, { source }) => {
    const count = (await needs(db)).get(id) ?? 0;
    if (count > 0) {
      throw new PlatformError(
        'key_needed',
        `The key ${id} is needed by what it has sealed (values: ${count}).`,
        'Seal them anew first: district-platform keys reencrypt',
      );
    }
    await dropKey(db, source, id);
    process.stdout.write(
      `The key ${id} is gone from ${source.name}. Backups made before need it all the same.\n`,
    );
  });
}

/** What is sealed, and how it is sealed anew. */
const SEALED = [
  { table: 'request_personal', reseal: resealAll },
  { table: 'attachments', reseal: resealAttachments },
  { table: 'paging_steps', reseal: resealPagingSecrets },
] as const satisfies readonly { table: keyof Schema; reseal: unknown }[];

/** Rows by the key that sealed them. */
async function needs(db: Database): Promise<Map<string, number>> {
  const sealed = SEALED.map(({ table }) => sql`select key_id from ${sql.table(table)}`);
  const { rows } = await sql<{ id: string; count: number }>`
    select key_id as id, count(*)::int as count from (${sql.join(sealed, sql` union all `)}) as sealed group by key_id`.execute(
    db,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Told to stop, a batch is finished first. */
function signalled(): { stop: boolean } {
  const told = { stop: false };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      told.stop = true;
    });
  return told;
}
