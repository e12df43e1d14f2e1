import type { Keys } from '../sealing/keys.ts';
import type { Database } from '../store/database.ts';
import { openSecret, sealSecret } from './secret.ts';

/** Seals the secrets of the ladder with the current key: a handful. Whoever sets a step meanwhile has sealed it with that key already. */
export async function* resealPagingSecrets(db: Database, keys: Keys): AsyncGenerator<number> {
  const key = keys.current();
  const rows = await db.selectFrom('paging_steps').selectAll().where('key_id', '<>', key.id).execute();
  for (const [at, row] of rows.entries()) {
    await db
      .updateTable('paging_steps')
      .set({ secret: sealSecret(key, row, openSecret(keys, row)), key_id: key.id })
      .where('district', '=', row.district)
      .where('step', '=', row.step)
      .where('secret', '=', row.secret)
      .execute();
    yield at + 1;
  }
}
