import type { Keys } from '../sealing/keys.ts';
import type { Database } from '../store/database.ts';
import { placeOf } from './place-of.ts';

/** As for requests, but one at a time, since each is megabytes: seals with the current key what another key has sealed. */
export async function* resealAttachments(db: Database, keys: Keys): AsyncGenerator<number> {
  for (let done = 1; await resealNext(db, keys); done += 1) yield done;
}

function resealNext(db: Database, keys: Keys): Promise<boolean> {
  const key = keys.current();
  return db.transaction().execute(async (writer) => {
    const row = await writer
      .selectFrom('attachments')
      .select(['district', 'id', 'content'])
      .where('key_id', '<>', key.id)
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return false;
    const place = placeOf(row);
    await writer
      .updateTable('attachments')
      .set({ key_id: key.id, content: key.seal(keys.open(row.content, place), place) })
      .where('district', '=', row.district)
      .where('id', '=', row.id)
      .execute();
    return true;
  });
}
