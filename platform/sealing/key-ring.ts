import { PlatformError } from '../platform-error.ts';
import { ALGORITHMS, isAlgorithm, SECRET_BYTES } from './algorithms.ts';
import { type SealingKey, sealingKey } from './sealing-key.ts';

/** Keys by which values can be opened; the last one seals. */
export interface KeyRing {
  keys: readonly SealingKey[];
  current: SealingKey;
}

const EXAMPLE = `${Object.keys(ALGORITHMS)[0]}:<${SECRET_BYTES} bytes in base64url>`;

/**
 * Reads `algorithm:secret` words, apart by white space or commas, so that the same text stands in a file or in an environment variable;
 * lines that begin with # are for people. `where` names it in the error.
 */
export function parseKeyRing(text: string, where: string): KeyRing {
  const words = text
    .replaceAll(/^\s*#.*$/gm, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const keys = words.map((word, index) => {
    const [, algorithm = '', secret = ''] = /^([\w.-]+):([\w-]+)=*$/.exec(word) ?? [];
    const bytes = Buffer.from(secret, 'base64url');
    // The word itself is a secret, and an error text is not the place for it.
    if (!isAlgorithm(algorithm) || bytes.length !== SECRET_BYTES) throw unreadable(where, index + 1);
    return sealingKey(algorithm, bytes);
  });
  const current = keys.at(-1);
  if (current === undefined) throw unreadable(where, 1);
  return { keys, current };
}

export function formatKeyRing(keys: readonly SealingKey[]): string {
  const lines = keys.map((key) => `# ${key.id}\n${formatKeyWord(key)}`);
  return `# Keys of this platform's personal data. The last one seals, the others open.\n# Without this file those data cannot be read: keep a copy, apart from the backups.\n${lines.join('\n')}\n`;
}

/** One key as it is written in a file or in DISTRICT_KEY. */
export function formatKeyWord({ algorithm, secret }: SealingKey): string {
  return `${algorithm}:${secret.toString('base64url')}`;
}

function unreadable(where: string, position: number): PlatformError {
  return new PlatformError(
    'key_invalid',
    `Key ${position} of ${where} cannot be read.`,
    `A key is written ${EXAMPLE}; put back the copy you kept. Nothing has been changed.`,
  );
}
