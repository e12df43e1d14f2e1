import type { RegionLevel } from './vocabulary.ts';

/** Length of a whole region code: 2 province + 2 city + 2 district + 3 street + 3 community (GB/T 2260, GB/T 10114). */
export const REGION_CODE_LENGTH = 12;

/** Digits that carry meaning at each level; the rest of a whole code is zero. */
export const PROVINCE_DIGITS = 2;
export const CITY_DIGITS = 4;
export const DISTRICT_DIGITS = 6;
export const STREET_DIGITS = 9;
const SIGNIFICANT_DIGITS = [
  PROVINCE_DIGITS,
  CITY_DIGITS,
  DISTRICT_DIGITS,
  STREET_DIGITS,
  REGION_CODE_LENGTH,
] as const;

/**
 * The shortest prefix that names a region: `320302003000` → `320302003`, `3203` → `3203`.
 * Returns undefined for anything that is not 2 to 12 digits ending at a level boundary.
 */
export function regionPrefix(text: string): string | undefined {
  if (!/^\d{2,12}$/.test(text)) return undefined;
  const length = SIGNIFICANT_DIGITS.find((digits) => digits >= text.length);
  if (length === undefined) return undefined;
  if (length !== text.length && !/^0*$/.test(text.slice(previousBoundary(text.length)))) return undefined;
  for (const digits of SIGNIFICANT_DIGITS) {
    if (/^0*$/.test(text.slice(digits))) return text.slice(0, digits);
  }
  return undefined;
}

function previousBoundary(length: number): number {
  return [...SIGNIFICANT_DIGITS].reverse().find((digits) => digits < length) ?? 0;
}

/** The 12-digit code of a prefix: `3203` → `320300000000`. */
export function wholeRegionCode(prefix: string): string {
  return prefix.padEnd(REGION_CODE_LENGTH, '0');
}

/** True when `code` lies in the subtree of `prefix`. */
export function isWithin(code: string, prefix: string): boolean {
  return code.startsWith(prefix);
}

/** The first code after the subtree of a prefix, in "C" order. */
export function nextRegionPrefix(prefix: string): string {
  return String(Number(prefix) + 1).padStart(prefix.length, '0');
}

/** The level a whole 12-digit code stands for; undefined when its parts fit no level. */
export function regionLevel(code: string): RegionLevel | undefined {
  const prefix = regionPrefix(code);
  if (prefix === undefined) return undefined;
  if (prefix.length === PROVINCE_DIGITS) return 'province';
  if (prefix.length === CITY_DIGITS) return 'city';
  if (prefix.length === DISTRICT_DIGITS) return 'district';
  if (prefix.length === STREET_DIGITS) return streetLevel(Number(prefix.slice(DISTRICT_DIGITS)));
  return Number(prefix.slice(STREET_DIGITS)) < 200 ? 'community' : 'village';
}

function streetLevel(part: number): RegionLevel {
  if (part < 100) return 'street';
  if (part < 200) return 'town';
  if (part < 400) return 'township';
  return 'zone';
}
