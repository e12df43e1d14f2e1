import type { Keys } from '../sealing/keys.ts';
import type { Database } from '../store/database.ts';
import { openSecret, sealSecret } from './secret.ts';

/** Seals the secrets of the ladder with the current key: a handful. Whoever sets a step meanwhile has sealed it with that key already. */
export async function resealPagingSecrets(db: Database, keys: Keys): Promise<void> {
  const key = keys.current();
  const rows = await db.selectFrom('paging_steps').selectAll().where('key_id', '<>', key.id).execute();
  for (const row of rows) {
    await db
      .updateTable('paging_steps')
      .set({ secret: sealSecret(key, row, openSecret(keys, row)), key_id: key.id })
      .where('district', '=', row.district)
      .where('step', '=', row.step)
      .where('secret', '=', row.secret)
      .execute();
  }
}
