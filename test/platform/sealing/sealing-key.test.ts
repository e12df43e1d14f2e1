import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALGORITHMS, type Algorithm } from '../../../platform/sealing/algorithms.ts';
import { newSealingKey, sealingKey } from '../../../platform/sealing/sealing-key.ts';

const PLACE = { table: 'request_personal', column: 'phone', district: '320302', id: 'a' };

describe.each(Object.keys(ALGORITHMS) as Algorithm[])('%s', (algorithm) => {
  const key = newSealingKey(algorithm);

  test('gives back any text, and never the same sealed value twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sealed = key.seal(text, PLACE);
        expect(key.open(sealed, PLACE)).toBe(text);
        expect(key.seal(text, PLACE)).not.toBe(sealed);
      }),
    );
  });

  test('names itself and its key, and says nothing of the text', () => {
    const sealed = key.seal('13800001234', PLACE);
    expect(sealed).toMatch(new RegExp(`^${algorithm.replaceAll('.', '\\.')}:${key.id}:[\\w-]+$`));
    expect(Buffer.from(sealed.split(':')[2] as string, 'base64url').toString('latin1')).not.toContain('1380');
  });

  test.each([
    ['table', 'other'],
    ['column', 'identity'],
    ['district', '320303'],
    ['id', 'b'],
  ])('does not open in another %s', (part, value) => {
    const sealed = key.seal('13800001234', PLACE);
    expect(() => key.open(sealed, { ...PLACE, [part]: value })).toThrow();
  });

  test('does not open with another key, nor with any bit of it changed', () => {
    const sealed = key.seal('13800001234', PLACE);
    const [name, id, body = ''] = sealed.split(':');
    expect(() => newSealingKey(algorithm).open(sealed, PLACE)).toThrow();
    fc.assert(
      fc.property(fc.nat(Buffer.from(body, 'base64url').length * 8 - 1), (bit) => {
        const bytes = Buffer.from(body, 'base64url');
        bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(() => key.open(`${name}:${id}:${bytes.toString('base64url')}`, PLACE)).toThrow();
      }),
    );
    for (const short of ['', 'AA', body.slice(0, 20)])
      expect(() => key.open(`${name}:${id}:${short}`, PLACE)).toThrow();
  });

  test('has an index that is the same for the same kind and text under the same key only', () => {
    expect(key.indexOf('phone', '1')).toBe(sealingKey(algorithm, key.secret).indexOf('phone', '1'));
    expect(key.indexOf('identity', '1')).not.toBe(key.indexOf('phone', '1'));
    expect(newSealingKey(algorithm).indexOf('phone', '1')).not.toBe(key.indexOf('phone', '1'));
  });
});

test('SM4 and SM3 are those of the standards', async () => {
  const { createCipheriv, createHash } = await import('node:crypto');
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
  // GB/T 32907, appendix A.1; GB/T 32905, appendix A.1.
  expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
});
