import { formatUnit, parseUnit } from '@district/contract/assignee.ts';
import { regionLevel, regionPrefix, wholeRegionCode } from '@district/contract/region-code.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('region codes', () => {
  test.each([
    ['320000000000', '32', 'province'],
    ['320300000000', '3203', 'city'],
    ['320302000000', '320302', 'district'],
    ['320302003000', '320302003', 'street'],
    ['320312100000', '320312100', 'town'],
    ['320312400000', '320312400', 'zone'],
    ['320302003001', '320302003001', 'community'],
    ['320302003201', '320302003201', 'village'],
  ])('%s is typed as %s and is a %s', (code, prefix, level) => {
    expect(regionPrefix(code)).toBe(prefix);
    expect(wholeRegionCode(prefix)).toBe(code);
    expect(regionLevel(code)).toBe(level);
  });

  test.each(['3', '32030a', '3203020030001', '', '32 03'])('%j is no region', (text) => {
    expect(regionPrefix(text)).toBeUndefined();
  });

  test('a prefix and its whole code name the same region', () => {
    const digits = fc.constantFrom(2, 4, 6, 9, 12);
    fc.assert(
      fc.property(digits, fc.integer({ min: 1, max: 999_999_999_999 }), (length, number) => {
        const prefix = regionPrefix(String(number).padStart(12, '1').slice(0, length));
        if (prefix !== undefined) expect(regionPrefix(wholeRegionCode(prefix))).toBe(prefix);
      }),
    );
  });

  test('units read back what they write, and a district is no unit', () => {
    for (const text of ['agency:housing', 'street:320302003000', 'community:320302003001']) {
      const unit = parseUnit(text);
      expect(unit && formatUnit(unit)).toBe(text);
    }
    expect(parseUnit('street:320302003')).toEqual({ kind: 'street', id: '320302003000' });
    for (const text of ['street:320302', 'community:320302003', 'agency:', 'office:x', 'housing']) {
      expect(parseUnit(text)).toBeUndefined();
    }
  });
});
