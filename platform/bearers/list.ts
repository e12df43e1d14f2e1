import type { Page, Session, Token } from '@district/contract/types.ts';
import type { BearerKind } from '@district/contract/vocabulary.ts';
import type { Selectable } from 'kysely';
import { type Bearer, isLiveBearer } from '../access/bearers.ts';
import { districtOf, type Operator } from '../access/operator.ts';
import { UUID } from '../approvals/find.ts';
import type { Services } from '../http/environment.ts';
import { cursorKey, decodeCursor, encodeCursor, page } from '../http/paging.ts';
import { findAccount } from '../operators/present.ts';
import { requireAccounts } from '../operators/rules.ts';
import type { TokensTable } from '../store/schema/access.ts';

export interface BearersWish {
  operator?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

type Row = Selectable<TokensTable>;

/** What an operator can still come in with, newest first: one's own, or for a security officer an operator's of their area. */
export async function listBearers<T>(
  { db, clock }: Services,
  asking: Operator,
  query: BearersWish & { kind: BearerKind },
  present: (row: Row, owner: Pick<Operator, 'id' | 'name'>) => T,
): Promise<Page<T>> {
  const { kind, limit } = query;
  const cursor = decodeCursor(`${kind}s`, query.cursor, 1);
  const owner = query.operator === undefined ? ownAccount(asking) : await ownerOf(db, asking, query.operator);
  let select = db
    .selectFrom('tokens')
    .selectAll()
    .where('district', '=', owner.district)
    .where('operator_id', '=', owner.id)
    .where('kind', '=', kind)
    .where(isLiveBearer(clock.now()));
  if (cursor) select = select.where('id', '<', cursorKey(cursor[0], UUID));
  const rows = await select
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return page(
    rows,
    limit,
    (last) => encodeCursor(`${kind}s`, [last.id]),
    (row) => present(row, owner),
  );
}

function ownAccount(operator: Operator) {
  return { ...operator, district: districtOf(operator) };
}

async function ownerOf(db: Services['db'], asking: Operator, id: string) {
  if (id === asking.id) return ownAccount(asking);
  requireAccounts(asking, 'empowers');
  return findAccount(db, asking, id);
}

export function sessionOf(row: Row, { id, name }: Pick<Operator, 'id' | 'name'>, asked: Bearer): Session {
  const { address, agent } = row;
  return {
    id: row.id,
    operator: { id, name },
    current: row.id === asked.id,
    address,
    agent,
    ...timesOf(row),
  };
}

export function tokenOf(row: Row, { id, name }: Pick<Operator, 'id' | 'name'>): Token {
  return { id: row.id, operator: { id, name }, name: row.name ?? '', scopes: row.scopes, ...timesOf(row) };
}

function timesOf({ created_at, used_at, expires_at, ended_at }: Row) {
  return {
    createdAt: created_at.toISOString(),
    usedAt: used_at?.toISOString() ?? null,
    expiresAt: expires_at?.toISOString() ?? null,
    endedAt: ended_at?.toISOString() ?? null,
  };
}
