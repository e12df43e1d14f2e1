import { SESSION_HOURS_MAX, SESSION_IDLE_MINUTES } from '@district/contract/limits.ts';
import type { BearerKind, Scope } from '@district/contract/vocabulary.ts';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Reader, Writer } from '../store/database.ts';
import type { OperatorsTable, TokensTable } from '../store/schema/access.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { districtOf, type Operator, operatorFrom } from './operator.ts';
import { hashToken, newToken } from './tokens.ts';

/** What a request is made with: a person's session or a script's token. */
export interface Bearer {
  id: string;
  kind: BearerKind;
  /** Null: whatever the operator may. */
  scopes: readonly Scope[] | null;
  expiresAt: Date | null;
  hash: string;
}

export type EndReason = 'ended' | 'expired' | 'idle' | 'disabled';

export type Found =
  | { is: 'live'; operator: Operator; bearer: Bearer }
  | { is: 'unknown' }
  | { is: 'over'; reason: EndReason; operator: Operator; bearer: string };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Characters of a program's own name that are kept. */
const AGENT_LENGTH_MAX = 200;

export interface NewBearer {
  operator: Pick<Operator, 'id' | 'region'>;
  kind: BearerKind;
  at: Date;
  /** A script's token's end; a session has its own. */
  expiresAt?: Date | null;
  name?: string | null;
  scopes?: readonly Scope[] | null;
  address?: string | null;
  agent?: string | null;
}

/** Opens a session or token and gives what proves it, the only time it is seen. */
export async function openBearer(
  db: Writer,
  wish: NewBearer,
): Promise<{ id: string; token: string; expiresAt: Date | null }> {
  const token = newToken();
  const row = bearerRow(token, wish);
  await db.insertInto('tokens').values(row).execute();
  return { id: row.id, token, expiresAt: row.expires_at };
}

export function bearerRow(token: string, wish: NewBearer): Selectable<TokensTable> {
  const { operator, kind, at, name = null, scopes = null, address = null, agent = null } = wish;
  const sessionEnd = new Date(at.valueOf() + SESSION_HOURS_MAX * HOUR_MS);
  return {
    district: districtOf(operator),
    id: uuidV7(at, Math.random),
    hash: hashToken(token),
    operator_id: operator.id,
    kind,
    name,
    scopes: scopes && [...scopes],
    created_at: at,
    used_at: kind === 'session' ? at : null,
    expires_at: kind === 'session' ? sessionEnd : (wish.expiresAt ?? null),
    ended_at: null,
    address,
    agent: agent?.slice(0, AGENT_LENGTH_MAX) ?? null,
  };
}

type FoundRow = Pick<Selectable<TokensTable>, 'kind' | 'scopes' | 'used_at' | 'expires_at' | 'ended_at'> & {
  bearer: string;
} & Pick<Selectable<OperatorsTable>, 'id' | 'name' | 'role' | 'region' | 'unit' | 'disabled_at'>;

/**
 * The bearer of a token with its operator, in one query, which also notes the use: at most once a minute, so that a busy console does not
 * write a row a request. A token that was known and is over is told apart from one that never was.
 */
export async function findBearer(db: Reader, hash: string, now: Date): Promise<Found> {
  const { rows } = await sql<FoundRow>`
    with used as (
      update tokens set used_at = ${now}
      where hash = ${hash} and (used_at is null or used_at < ${before(now, MINUTE_MS)})
        and ${isLiveBearer(now)})
    select tokens.id as bearer, tokens.kind, tokens.scopes, tokens.used_at, tokens.expires_at, tokens.ended_at,
      operators.id, operators.name, operators.role, operators.region, operators.unit, operators.disabled_at
    from tokens join operators on operators.district = tokens.district and operators.id = tokens.operator_id
    where tokens.hash = ${hash}`.execute(db);
  const row = rows[0];
  if (row === undefined) return { is: 'unknown' };
  const reason = whyOver(row, now);
  if (reason !== undefined) return { is: 'over', reason, operator: operatorFrom(row), bearer: row.bearer };
  const { bearer: id, kind, scopes, expires_at: expiresAt } = row;
  return { is: 'live', operator: operatorFrom(row), bearer: { id, kind, scopes, expiresAt, hash } };
}

function whyOver(row: FoundRow, now: Date): EndReason | undefined {
  // Disabling ends every bearer as well; the reason is what helps.
  if (row.disabled_at !== null) return 'disabled';
  if (row.ended_at !== null) return 'ended';
  if (row.expires_at !== null && row.expires_at <= now) return 'expired';
  // Unused for so long, whatever the hour it may live to.
  if (row.kind === 'session' && row.used_at !== null && row.used_at <= idleSince(now)) return 'idle';
  return undefined;
}

/** The rows of `tokens` that can still be come in with. */
export function isLiveBearer(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(tokens.ended_at is null and (tokens.expires_at is null or tokens.expires_at > ${now})
    and (tokens.kind <> 'session' or tokens.used_at > ${idleSince(now)}))`;
}

function idleSince(now: Date): Date {
  return before(now, SESSION_IDLE_MINUTES * MINUTE_MS);
}

function before(now: Date, ms: number): Date {
  return new Date(now.valueOf() - ms);
}

/** Ends one bearer of an operator from the next call on; false when it had ended or there is none. */
export async function endBearer(
  db: Writer,
  { district, id }: { district: string; id: string },
  at: Date,
): Promise<boolean> {
  const ended = await db
    .updateTable('tokens')
    .set({ ended_at: at })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return false;
  await tellOfBearers(db, id);
  return true;
}

/** Ends everything an operator can come in with, or all of one kind. */
export async function endBearersOf(
  db: Writer,
  { district, id }: { district: string; id: string },
  at: Date,
  kind?: BearerKind,
): Promise<void> {
  await db
    .updateTable('tokens')
    .set({ ended_at: at })
    .where('district', '=', district)
    .where('operator_id', '=', id)
    .where('ended_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as BearerKind))
    .execute();
}

/** The channel of PostgreSQL's NOTIFY on which open streams learn that a bearer ended or an operator's post changed; it carries the id. */
export const BEARER_CHANNEL = 'district_bearers';

export async function tellOfBearers(db: Writer, id: string): Promise<void> {
  await sql`select pg_notify(${BEARER_CHANNEL}, ${id})`.execute(db);
}
