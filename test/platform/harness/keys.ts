import { parseKeyRing } from '../../../platform/sealing/key-ring.ts';
import type { KeySource } from '../../../platform/sealing/key-source.ts';
import { Keys } from '../../../platform/sealing/keys.ts';

/** A key for tests and measurements, the same in every process. */
export const KEY_TEXT = `aes-256-gcm.v1:${Buffer.alloc(32, 'test key').toString('base64url')}`;

/** A source that holds this text and nothing else. */
export function textSource(text: string | undefined): KeySource {
  return { name: 'the test', file: undefined, mayMake: false, read: () => text, stamp: () => '' };
}

export function keysFrom(text: string): Keys {
  return new Keys(textSource(text), parseKeyRing(text, 'the test'));
}

export const TEST_KEYS = keysFrom(KEY_TEXT);
