import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forgetOldEntries } from '../../../platform/audit/forget.ts';
import { openAuditTrail } from '../../../platform/audit/trail.ts';
import { openDistrict } from '../harness/district.ts';
import { enter, GULOU, newKey, said, sealAll, verify } from './chain.ts';

const DAY_MINUTES = 24 * 60;

async function kept(db: Awaited<ReturnType<typeof openDistrict>>['services']['db']): Promise<string[]> {
  const { rows } = await sql<{ object: string }>`
    select object from audit where district = ${GULOU} order by at, object`.execute(db);
  return rows.map(({ object }) => object);
}

test('old entries go, the rest stands on a signed anchor, and a forged anchor is found', async () => {
  const { services } = await openDistrict();
  const { db } = services;
  for (const [object, days] of [
    ['a', -400],
    ['b', -399],
    ['c', -397],
    ['d', -395],
    ['e', 0],
  ] as const)
    await enter(db, object, days * DAY_MINUTES);
  await sealAll(db);
  const audit = { ...openAuditTrail(services, { key: newKey, files: [] }) };
  await forgetOldEntries({ ...services, audit });
  await sealAll(db);
  expect(await kept(db)).toEqual(['d', GULOU, 'e']);
  expect(await verify(db)).toEqual([]);
  const told = await sql<{
    after: { seq: number };
  }>`select after from audit where action = 'audit.forget'`.execute(db);
  expect(told.rows[0]?.after.seq).toBe(3);

  await forgetOldEntries({ ...services, audit });
  expect(await kept(db)).toEqual(['d', GULOU, 'e']);

  // Somebody without the key deletes one more and moves the anchor.
  await sql`delete from audit where object = 'd'`.execute(db);
  await sql`update audit_anchors set seq = 4, hash = (select hash from audit_seals where seq = 4 and district = ${GULOU})`.execute(
    db,
  );
  await sql`delete from audit_seals where seq = 4`.execute(db);
  expect(said(await verify(db))).toEqual(['forged 1-4']);
});
