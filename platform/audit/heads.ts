import { sql } from 'kysely';
import type { Reader } from '../store/database.ts';
import { type ChainHead, chainBeginning } from './chain.ts';

/** The last seal of each of these districts, or the anchor where everything sealed has been deleted in the end. */
export async function chainHeads(
  db: Reader,
  districts: readonly string[],
): Promise<ReadonlyMap<string, ChainHead>> {
  const { rows } = await sql<ChainHead & { district: string }>`
    select given.district, head.seq, head.hash from unnest(${[...districts]}::text[]) as given (district)
    cross join lateral (
      (select seq, hash from audit_seals where district = given.district order by seq desc limit 1)
      union all (select seq, hash from audit_anchors where district = given.district order by seq desc limit 1)
      order by seq desc limit 1) as head`.execute(db);
  const known = new Map(rows.map(({ district, seq, hash }) => [district, { seq, hash }]));
  return new Map(districts.map((district) => [district, known.get(district) ?? chainBeginning(district)]));
}

/** Districts that have a chain or entries for one, found by leaping from one to the next in the indexes: there may be millions of entries. */
export async function chainedDistricts(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ district: string }>`
    with recursive found (district) as (
      select '' collate "C"
      union all
      select least(
        (select min(district) from audit where district > found.district),
        (select min(district) from audit_seals where district > found.district),
        (select min(district) from audit_anchors where district > found.district))
      from found where found.district is not null)
    select district from found where district <> ''`.execute(db);
  return rows.map(({ district }) => district);
}

/** Hashes in hex of these numbers, from seals and anchors; what is not there is another's finding. */
export async function hashesAt(
  db: Reader,
  district: string,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ seq: number; hash: Buffer }>`
    select seq, hash from audit_seals where district = ${district} and seq = any(${[...seqs]}::bigint[])
    union all
    select seq, hash from audit_anchors where district = ${district} and seq = any(${[...seqs]}::bigint[])`.execute(
    db,
  );
  return new Map(rows.map(({ seq, hash }) => [seq, hash.toString('hex')]));
}
