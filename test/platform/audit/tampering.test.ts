import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { signCheckpoint } from '../../../platform/audit/checkpoint.ts';
import { chainHeads } from '../../../platform/audit/heads.ts';
import type { Database } from '../../../platform/store/database.ts';
import { freshDatabase } from '../harness/database.ts';
import { enter, GULOU, said, sealAll, signer, verify } from './chain.ts';

const LENGTH = 12;
/** Of the forger with the database in hand, who has neither the key nor the files of checkpoints. */
const RUNS = 60;

let db: Database;

beforeEach(async () => {
  ({ db } = await freshDatabase());
  for (let n = 1; n <= LENGTH; n += 1) await enter(db, `GL-${n}`, n);
  await sealAll(db);
});

const number = fc.integer({ min: 1, max: LENGTH });

/** Does something to the database and undoes it, whatever comes of it. */
async function tampered(
  forge: (db: Database) => Promise<unknown>,
  check: (found: string[]) => void,
): Promise<void> {
  const checkpoints = [await checkpoint()];
  const transaction = await db.startTransaction().execute();
  try {
    await forge(transaction);
    check(said(await verify(transaction, checkpoints)));
  } finally {
    await transaction.rollback().execute();
  }
}

async function checkpoint() {
  const head = (await chainHeads(db, [GULOU])).get(GULOU);
  if (!head) throw new Error('no chain');
  return signCheckpoint(signer, GULOU, head, new Date());
}

const idAt = (seq: number) =>
  sql`(select entry_id from audit_seals where district = ${GULOU} and seq = ${seq})`;

describe('whoever has the database alone', () => {
  test('leaves a whole chain whole', async () => {
    expect(said(await verify(db, [await checkpoint()]))).toEqual([]);
  });

  test('changes no field of an entry unseen', async () => {
    const fields = fc.constantFrom(
      sql`at = at + interval '1 microsecond'`,
      sql`operator_id = 'somebody'`,
      sql`operator_name = ''`,
      sql`operator_role = 'auditor'`,
      sql`operator_region = '3203'`,
      sql`bearer_id = 'x'`,
      sql`action = 'requests.decline'`,
      sql`object = 'GL-0'`,
      sql`outcome = 'refused'`,
      sql`code = 'forbidden'`,
      sql`count = 2`,
      sql`address = null`,
      sql`http_request_id = ''`,
      sql`before = null`,
      sql`after = after || '{"version": 3}'`,
      sql`after = 'null'`,
    );
    await fc.assert(
      fc.asyncProperty(number, fields, (seq, field) =>
        tampered(
          (forger) => sql`update audit set ${field} where id = ${idAt(seq)}`.execute(forger),
          (found) => expect(found).toEqual([`changed ${seq}`]),
        ),
      ),
      { numRuns: RUNS },
    );
  });

  test('changes no entry together with its seal unseen', async () => {
    await fc.assert(
      fc.asyncProperty(number, fc.boolean(), (seq, wholeSeal) =>
        tampered(
          (forger) =>
            sql`update audit_seals set entry_hash = sha256('x'), hash = ${wholeSeal ? sql`sha256('y')` : sql`hash`}
              where district = ${GULOU} and seq = ${seq}`.execute(forger),
          (found) => {
            expect(found).toContain(`changed ${seq}`);
            expect(found.join()).toContain(`reordered ${seq}`);
          },
        ),
      ),
      { numRuns: RUNS / 4 },
    );
  });

  test('removes no entry unseen, with its seal or without', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(number, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (seqs, withSeal) =>
          tampered(
            async (forger) => {
              await sql`delete from audit where id in (${sql.join(seqs.map(idAt))})`.execute(forger);
              if (withSeal)
                await sql`delete from audit_seals where district = ${GULOU} and seq = any(${seqs})`.execute(
                  forger,
                );
            },
            (found) => {
              const gone = found.flatMap((text) => numbersIn(text));
              expect(new Set(gone)).toEqual(new Set(seqs));
              expect(found.every((text) => /^(removed|cut_off)/.test(text))).toBe(true);
            },
          ),
      ),
      { numRuns: RUNS },
    );
  });

  test('cannot close the gap by counting anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: LENGTH - 1 }), (seq) =>
        tampered(
          async (forger) => {
            await sql`delete from audit where id = ${idAt(seq)}`.execute(forger);
            await sql`delete from audit_seals where district = ${GULOU} and seq = ${seq}`.execute(forger);
            for (let later = seq + 1; later <= LENGTH; later += 1)
              await sql`update audit_seals set seq = seq - 1 where district = ${GULOU} and seq = ${later}`.execute(
                forger,
              );
          },
          (found) => expect(found[0]).toMatch(new RegExp(`^reordered ${seq}\\b`)),
        ),
      ),
      { numRuns: RUNS / 4 },
    );
  });

  test('puts no entry in unseen, neither before the sealer’s horizon nor with an earlier date', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -100, max: LENGTH }), fc.boolean(), async (minutes, byTheSealer) => {
        const forge = async (forger: Database) =>
          sql`insert into audit (district, id, at, action, object, http_request_id, xid)
            values (${GULOU}, ${randomUUID()}, timestamptz '2026-11-25 09:00+08' + ${minutes} * interval '1 minute',
              'requests.close', 'forged', 'x', ${byTheSealer ? sql`pg_current_xact_id()` : sql`'3'::xid8`})`.execute(
            forger,
          );
        if (!byTheSealer) {
          await tampered(forge, (found) => expect(found).toEqual(['inserted forged']));
          return;
        }
        // The sealer cannot tell it from others; its date against the chain does.
        if (minutes > LENGTH - 11) return;
        const { db: own } = await freshDatabase();
        await enter(own, 'GL-1', LENGTH);
        await sealAll(own);
        await forge(own);
        await sealAll(own);
        expect(said(await verify(own))).toEqual(['inserted 2']);
      }),
      { numRuns: RUNS / 4 },
    );
  });

  test('moves no entry within the chain unseen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(number, { minLength: 2, maxLength: 2 }), ([a = 1, b = 2]) =>
        tampered(
          (forger) =>
            // Both seals take the other's entry; the index that keeps an entry from having two is checked row by row, hence the detour.
            swapSeals(forger, a, b),
          (found) => {
            const moved = found.filter((text) => text.startsWith('reordered')).flatMap(numbersIn);
            expect(moved).toEqual(expect.arrayContaining([a, b]));
          },
        ),
      ),
      { numRuns: RUNS / 2 },
    );
  });

  test('cuts off no tail unseen once a checkpoint has left', async () => {
    await fc.assert(
      fc.asyncProperty(number, fc.boolean(), (from, goesOn) =>
        tampered(
          async (forger) => {
            await sql`delete from audit where id in (select entry_id from audit_seals where district = ${GULOU} and seq >= ${from})`.execute(
              forger,
            );
            await sql`delete from audit_seals where district = ${GULOU} and seq >= ${from}`.execute(forger);
            if (!goesOn) return;
            // The chain goes on as if nothing had been, past the number that the checkpoint knows.
            await reseal(forger, from, LENGTH + 1);
          },
          (found) => {
            if (goesOn) expect(found).toEqual([`rewritten 1-${LENGTH}`]);
            else expect(found).toEqual([from === LENGTH ? `cut_off ${from}` : `cut_off ${from}-${LENGTH}`]);
          },
        ),
      ),
      { numRuns: RUNS / 2 },
    );
  });

  test('forges no checkpoint', async () => {
    const real = await checkpoint();
    const forged = [
      { ...real, hash: '0'.repeat(64) },
      { ...real, seq: 3 },
      { ...real, at: '2026-01-01T00:00:00.000Z' },
      { ...real, key: '0'.repeat(16) },
    ];
    for (const one of forged) expect(said(await verify(db, [one]))).toEqual([`forged ${one.seq}`]);
  });
});

function numbersIn(text: string): number[] {
  const [, from = 0, to = from] = /(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => Number(from) + n);
}

async function swapSeals(forger: Database, a: number, b: number): Promise<void> {
  const { rows } = await sql<{ seq: number; entry_id: string; entry_hash: Buffer }>`
    select seq, entry_id, entry_hash from audit_seals where district = ${GULOU} and seq in (${a}, ${b})`.execute(
    forger,
  );
  const put = (seq: number, id: unknown, hash: unknown) =>
    sql`update audit_seals set entry_id = ${id}, entry_hash = ${hash} where district = ${GULOU} and seq = ${seq}`.execute(
      forger,
    );
  const [one, other] = rows;
  if (!one || !other) throw new Error('no such seals');
  await put(one.seq, randomUUID(), one.entry_hash);
  await put(other.seq, one.entry_id, one.entry_hash);
  await put(one.seq, other.entry_id, other.entry_hash);
}

/** What a forger who knows how the chain is made would do. */
async function reseal(forger: Database, from: number, to: number): Promise<void> {
  for (let seq = from; seq <= to; seq += 1) await enter(forger, `new-${seq}`, seq);
  const { chainBeginning, entryHash, sealHash, CANONICAL_ENTRY } = await import(
    '../../../platform/audit/chain.ts'
  );
  let before = (await chainHeads(forger, [GULOU])).get(GULOU) ?? chainBeginning(GULOU);
  const { rows } = await sql<{ id: string; canonical: string }>`
    select id, ${CANONICAL_ENTRY} as canonical from audit where object like 'new-%' order by at`.execute(
    forger,
  );
  for (const { id, canonical } of rows) {
    const entry_hash = entryHash(canonical);
    const head = { seq: before.seq + 1, hash: sealHash(before.hash, before.seq + 1, entry_hash) };
    await forger
      .insertInto('audit_seals')
      .values({ district: GULOU, entry_id: id, entry_hash, ...head })
      .execute();
    before = head;
  }
}
