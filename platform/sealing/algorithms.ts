import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto';

/** Seals bytes so that they open only with the same key and only in the place they are bound to. */
interface Cipher {
  seal(plain: Buffer, bound: Buffer): Buffer;
  /** Throws when the bytes were altered, or sealed with another key or for another place. */
  open(sealed: Buffer, bound: Buffer): Buffer;
}

/** What a key's secret has, whatever the algorithm: what is shorter or fixed is derived from it. */
export const SECRET_BYTES = 32;

/**
 * The algorithms a sealed value may name. A value keeps its own when the next key has another, so none is ever taken out; a change of the
 * format is a new version.
 */
export const ALGORITHMS = {
  'aes-256-gcm.v1': aesGcm,
  'sm4-ctr-hmac-sm3.v1': sm4CtrHmacSm3,
} as const satisfies Record<string, (secret: Buffer) => Cipher>;
export type Algorithm = keyof typeof ALGORITHMS;

export function isAlgorithm(name: string): name is Algorithm {
  return Object.hasOwn(ALGORITHMS, name);
}

const GCM_NONCE_BYTES = 12;
const GCM_TAG_BYTES = 16;

/** AES-256-GCM, NIST SP 800-38D: nonce, ciphertext, tag. Random nonces are safe up to 2^32 values a key, more than a district will ever write. */
function aesGcm(secret: Buffer): Cipher {
  return {
    seal(plain, bound) {
      const nonce = randomNonce(GCM_NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      cipher.setAAD(bound);
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, bound) {
      const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, GCM_NONCE_BYTES), {
        authTagLength: GCM_TAG_BYTES,
      });
      decipher.setAAD(bound);
      decipher.setAuthTag(sealed.subarray(-GCM_TAG_BYTES));
      return Buffer.concat([
        decipher.update(sealed.subarray(GCM_NONCE_BYTES, -GCM_TAG_BYTES)),
        decipher.final(),
      ]);
    },
  };
}

const SM4_KEY_BYTES = 16;
const SM4_COUNTER_BYTES = 16;
const SM3_BYTES = 32;

/**
 * SM4 (GB/T 32907) in counter mode, then HMAC-SM3 (GB/T 32905) over place and ciphertext: counter, ciphertext, tag. OpenSSL has SM4-GCM, but
 * Node does not offer it; encrypting first and authenticating what came out is as strong, and both parts are the library's own.
 */
function sm4CtrHmacSm3(secret: Buffer): Cipher {
  const derived = Buffer.from(hkdfSync('sm3', secret, '', 'sm4-ctr-hmac-sm3.v1', SM4_KEY_BYTES + SM3_BYTES));
  const [encrypting, authenticating] = [derived.subarray(0, SM4_KEY_BYTES), derived.subarray(SM4_KEY_BYTES)];
  const tagOf = (bound: Buffer, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bound.length);
    return createHmac('sm3', authenticating).update(length).update(bound).update(body).digest();
  };
  return {
    seal(plain, bound) {
      const counter = randomNonce(SM4_COUNTER_BYTES);
      const body = Buffer.concat([counter, createCipheriv('sm4-ctr', encrypting, counter).update(plain)]);
      return Buffer.concat([body, tagOf(bound, body)]);
    },
    open(sealed, bound) {
      const body = sealed.subarray(0, -SM3_BYTES);
      const tag = sealed.subarray(-SM3_BYTES);
      if (sealed.length < SM4_COUNTER_BYTES + SM3_BYTES || !timingSafeEqual(tag, tagOf(bound, body)))
        throw new Error('the tag does not fit');
      const counter = body.subarray(0, SM4_COUNTER_BYTES);
      return createDecipheriv('sm4-ctr', encrypting, counter).update(body.subarray(SM4_COUNTER_BYTES));
    },
  };
}

/** Randomness is drawn by the page: a call for each nonce takes as long as sealing itself. */
const pool = Buffer.alloc(4096);
let used = pool.length;

function randomNonce(size: number): Buffer {
  if (used + size > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += size;
  return Buffer.from(pool.subarray(used - size, used));
}
