import type { Actor } from '../audit/append.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import type { Writer } from '../store/database.ts';
import { recordClaim } from './claim.ts';
import { NOT_CLAIMED } from './claimed.ts';

/** Claims told of in one run: more than a whole shift makes. */
const LAPSED_MAX = 500;

/**
 * Ends the claims of one person in a district, also those on what is finished; with `upTo` only those that have run out by then. Returns
 * the numbers of those that were open.
 */
export async function lapseClaimsOf(
  db: Writer,
  actor: Actor,
  { district, operator, upTo }: { district: string; operator: string; upTo?: Date | undefined },
): Promise<string[]> {
  const rows = await db
    .selectFrom('requests')
    .select([...REQUEST_COLUMNS, 'open'])
    .where('district', '=', district)
    .where('claimed_by', '=', operator)
    .$if(upTo !== undefined, (claims) => claims.where('claimed_until', '<=', upTo ?? null))
    .orderBy('no')
    .forUpdate()
    .execute();
  for (const row of rows) await recordClaim(db, actor, row, 'lapse', NOT_CLAIMED);
  return rows.filter(({ open }) => open).map(({ no }) => no);
}

/** Claims that have run out are none already; wiping them is what tells the consoles on which they still stand. */
export async function lapseExpiredClaims(db: Writer, now: Date): Promise<number> {
  const rows = await db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('claimed_until', '<=', now)
    .orderBy('id')
    .limit(LAPSED_MAX)
    .forUpdate()
    .skipLocked()
    .execute();
  const actor = { operator: null, address: null, requestId: 'claims', at: now };
  for (const row of rows) await recordClaim(db, actor, row, 'lapse', NOT_CLAIMED);
  return rows.length;
}
