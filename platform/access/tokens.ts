import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Reader } from '../store/database.ts';
import type { OperatorsTable } from '../store/schema.ts';
import { type Operator, operatorFrom } from './operator.ts';

/** Bytes of randomness in a token: beyond guessing, and short enough to paste. */
const TOKEN_BYTES = 24;
const TOKEN_PREFIX = 'dc_';

export function newToken(): string {
  return TOKEN_PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Tokens carry full randomness, so a plain SHA-256 is enough to keep them out of the database. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The operator of a token that has not ended, in one query. */
export async function operatorOfToken(db: Reader, token: string, now: Date): Promise<Operator | undefined> {
  const { rows } = await sql<OperatorsTable>`
    select operators.* from tokens
    join operators on operators.district = tokens.district and operators.id = tokens.operator_id
    where tokens.hash = ${hashToken(token)} and (tokens.expires_at is null or tokens.expires_at > ${now})`.execute(
    db,
  );
  return rows[0] && operatorFrom(rows[0]);
}
