import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { chainHeads } from '../../../platform/audit/heads.ts';
import { sealBatch } from '../../../platform/audit/seal.ts';
import { startSealer } from '../../../platform/audit/sealer.ts';
import type { Database } from '../../../platform/store/database.ts';
import { freshDatabase } from '../harness/database.ts';
import { enter, GULOU, said, sealAll, verify } from './chain.ts';

async function objects(db: Database, district = GULOU): Promise<string[]> {
  const { rows } = await sql<{ object: string }>`
    select object from audit_seals join audit on audit.district = audit_seals.district and audit.id = entry_id
    where audit_seals.district = ${district} order by seq`.execute(db);
  return rows.map(({ object }) => object);
}

describe('the sealer', () => {
  test('numbers the entries of each district in the order they were written', async () => {
    const { db } = await freshDatabase();
    for (const [object, district] of [
      ['a', GULOU],
      ['x', '320303'],
      ['b', GULOU],
      ['c', GULOU],
    ] as const)
      await enter(db, object, 0, district);
    await sealAll(db);
    await enter(db, 'd');
    await sealAll(db);
    expect(await objects(db)).toEqual(['a', 'b', 'c', 'd']);
    expect(await objects(db, '320303')).toEqual(['x']);
    expect((await chainHeads(db, [GULOU])).get(GULOU)?.seq).toBe(4);
    expect(await verify(db)).toEqual([]);
  });

  test('waits for nobody: an entry that commits late is sealed after those that overtook it', async () => {
    const { db } = await freshDatabase();
    const late = await db.startTransaction().execute();
    await enter(late, 'late');
    await enter(db, 'early');
    await sealAll(db);
    expect(await objects(db)).toEqual(['early']);
    await enter(db, 'then');
    await sealAll(db);
    await late.commit().execute();
    await sealAll(db);
    expect(await objects(db)).toEqual(['early', 'then', 'late']);
    expect(await verify(db)).toEqual([]);
  });

  test('leaves out what was rolled back', async () => {
    const { db } = await freshDatabase();
    const undone = await db.startTransaction().execute();
    await enter(undone, 'undone');
    await undone.rollback().execute();
    await enter(db, 'done');
    await sealAll(db);
    expect(await objects(db)).toEqual(['done']);
    expect(await verify(db)).toEqual([]);
  });

  test('two of them and many writers make one chain without a gap', async () => {
    const { db } = await freshDatabase();
    const log = pino({ level: 'silent' });
    const sealers = [startSealer(db, log), startSealer(db, log)];
    await Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let n = 0; n < 30; n += 1) {
          await db.transaction().execute(async (transaction) => {
            await enter(transaction, `${writer}-${n}`);
            if (n % 10 === 0) await sleep(writer);
          });
          if (n % 7 === 0) await sealBatch(db);
        }
      }),
    );
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    const sealed = await objects(db);
    expect(sealed).toHaveLength(180);
    expect(new Set(sealed).size).toBe(180);
    expect(await verify(db)).toEqual([]);
  });

  test('goes on where another one was when it died', async () => {
    const { db } = await freshDatabase();
    const dying = await db.startTransaction().execute();
    await sql`select pg_advisory_xact_lock(${0x61_75_64_69_74})`.execute(dying);
    await enter(db, 'a');
    expect(await sealBatch(db)).toBe(0);
    expect(await objects(db)).toEqual([]);
    await dying.rollback().execute();
    await sealAll(db);
    expect(await objects(db)).toEqual(['a']);
  });

  test('finds everything again in a database restored where transactions count anew', async () => {
    const { db } = await freshDatabase();
    await enter(db, 'a');
    await sealAll(db);
    await sql`update installation set value = jsonb_build_object('horizon', '9000000000000000000') where name = 'audit'`.execute(
      db,
    );
    await enter(db, 'b');
    await sealAll(db);
    expect(await objects(db)).toEqual(['a', 'b']);
    expect(said(await verify(db))).toEqual([]);
  });
});
