import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { ALGORITHMS, type Algorithm, SECRET_BYTES } from './algorithms.ts';

/** Where a sealed value stands. It opens nowhere else: a phone copied into another person's row stays shut. */
export interface Place {
  table: string;
  column: string;
  district: string;
  id: string;
}

/** One key of a ring, ready for use. */
export interface SealingKey {
  /** Made from the secret, so that another secret never goes by the same name. */
  id: string;
  algorithm: Algorithm;
  secret: Buffer;
  /** The text that is stored: `aes-256-gcm.v1:<key id>:<base64url>`. */
  seal(plain: string, place: Place): string;
  open(sealed: string, place: Place): string;
  /** A blind index: the same for the same kind and text, and telling nothing without the key. */
  indexOf(kind: string, text: string): string;
}

/** Hexadecimal digits of a key's name: the few keys a district ever has do not meet. */
const ID_LENGTH = 8;

export function sealingKey(algorithm: Algorithm, secret: Buffer): SealingKey {
  if (secret.length !== SECRET_BYTES) throw new Error(`a key has ${SECRET_BYTES} bytes`);
  const id = createHash('sha256').update('district key\0').update(secret).digest('hex').slice(0, ID_LENGTH);
  const cipher = ALGORITHMS[algorithm](secret);
  // A key of its own, so that who learns the one does not have the other.
  const indexing = Buffer.from(hkdfSync('sha256', secret, '', 'district blind index', SECRET_BYTES));
  const prefix = `${algorithm}:${id}:`;
  return {
    id,
    algorithm,
    secret,
    seal: (plain, place) => prefix + cipher.seal(Buffer.from(plain), bytesOf(place)).toString('base64url'),
    open: (sealed, place) =>
      cipher.open(Buffer.from(sealed.slice(prefix.length), 'base64url'), bytesOf(place)).toString(),
    indexOf: (kind, text) => createHmac('sha256', indexing).update(`${kind}\0${text}`).digest('base64url'),
  };
}

export function newSealingKey(algorithm: Algorithm): SealingKey {
  return sealingKey(algorithm, randomBytes(SECRET_BYTES));
}

function bytesOf({ table, column, district, id }: Place): Buffer {
  return Buffer.from([table, column, district, id].join('\0'));
}
