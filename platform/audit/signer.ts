import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';

/** Hex digits by which a key is named: enough to tell one's own few apart. */
const KEY_NAME_LENGTH = 16;

/** Signs for the platform with a key that is not in the database (Ed25519, RFC 8032). */
export interface Signer {
  /** Names the key: the beginning of its public half's SHA-256. */
  key: string;
  /** The signature in base64url. */
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
}

/** @param pem the private key, PKCS #8. */
export function openSigner(pem: string): Signer {
  const secret = createPrivateKey(pem);
  const open = createPublicKey(secret);
  return {
    key: createHash('sha256')
      .update(open.export({ type: 'spki', format: 'der' }))
      .digest('hex')
      .slice(0, KEY_NAME_LENGTH),
    sign: (text) => sign(null, Buffer.from(text), secret).toString('base64url'),
    verify: (text, signature) => verify(null, Buffer.from(text), open, Buffer.from(signature, 'base64url')),
  };
}

/** A new private key, PKCS #8 in PEM. */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
