import { createHash, randomBytes } from 'node:crypto';

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
