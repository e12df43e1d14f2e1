import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

interface Cost {
  N: number;
  r: number;
  p: number;
}

/** scrypt with 32 MB of memory and three rounds, one of OWASP's equivalent choices; the larger ones would let four sign-ins take 512 MB. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const MEMORY_SLACK = 2;

/** `scrypt$N$r$p$salt$key`: each says how it was made, so that later ones may cost more. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export async function verifyPassword(password: string, kept: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] =
    /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/.exec(kept) ?? [];
  if (N === undefined) throw new Error('a password is kept in a form that is not known');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'));
}

/** The same characters typed on another system may be other code points: NFKC makes them one (RFC 8265). */
function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const maxmem = 128 * cost.N * cost.r * MEMORY_SLACK;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
