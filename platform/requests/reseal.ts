import { sql } from 'kysely';
import type { Keys } from '../sealing/keys.ts';
import type { Database, Writer } from '../store/database.ts';
import type { RequestPersonalRow } from '../store/schema/privacy.ts';
import { openPersonal, type PersonalColumn, sealColumns } from './personal.ts';

/** Rows sealed anew in a transaction: a fifth of a second, so that whoever files meanwhile does not notice. */
const BATCH_SIZE = 500;

/**
 * Seals with the current key what another key has sealed, a batch at a time, and tells after each how many are done. May be ended at any
 * point and begun again: what is left is what still names another key. Rows that somebody holds are taken in the next round.
 */
export async function* resealAll(db: Database, keys: Keys): AsyncGenerator<number> {
  let done = 0;
  let round: number;
  do {
    round = 0;
    for await (const count of oneRound(db, keys)) {
      round += count;
      done += count;
      yield done;
    }
  } while (round > 0);
}

async function* oneRound(db: Database, keys: Keys): AsyncGenerator<number> {
  let after: Pick<RequestPersonalRow, 'district' | 'request_id'> | undefined;
  for (;;) {
    const from = after;
    const rows = await db.transaction().execute((writer) => resealBatch(writer, keys, from));
    after = rows.at(-1);
    if (after === undefined) return;
    yield rows.length;
  }
}

async function resealBatch(
  db: Writer,
  keys: Keys,
  after: Pick<RequestPersonalRow, 'district' | 'request_id'> | undefined,
): Promise<RequestPersonalRow[]> {
  const key = keys.current();
  let query = db
    .selectFrom('request_personal')
    .selectAll()
    .where('key_id', '<>', key.id)
    .orderBy('district')
    .orderBy('request_id')
    .limit(BATCH_SIZE)
    .forUpdate()
    .skipLocked();
  if (after)
    query = query.where(
      sql<boolean>`(district, request_id) > (${after.district}, ${after.request_id}::uuid)`,
    );
  const rows = await query.execute();
  if (rows.length === 0) return rows;
  const anew = rows.map((row) => {
    const open = (column: PersonalColumn) => {
      const sealed = row[column];
      return sealed === null
        ? null
        : openPersonal(keys, { district: row.district, id: row.request_id }, column, sealed);
    };
    const plain = {
      name: open('name'),
      phone: open('phone'),
      identity: open('identity'),
      address: open('address'),
      text: open('text'),
    };
    return sealColumns(key, row, plain);
  });
  await sql`update request_personal as old set key_id = new.key_id, name = new.name, phone = new.phone, identity = new.identity,
      address = new.address, text = new.text, phone_index = new.phone_index, identity_index = new.identity_index
    from json_populate_recordset(null::request_personal, ${JSON.stringify(anew)}::json) as new
    where old.district = new.district and old.request_id = new.request_id`.execute(db);
  return rows;
}
