/** What an applicant may show for who they are. No zod here: the command line checks a number before it is sent. */
export const IDENTITY_TYPES = ['resident_identity', 'residence_permit_hmt', 'passport', 'none'] as const;
export type IdentityType = (typeof IDENTITY_TYPES)[number];

/** Why a number cannot be one of its kind. */
export type IdentityFault = 'number_missing' | 'number_not_expected' | 'form' | 'birth_date' | 'checksum';

/** GB 11643: 17 digits (region, birth date, order) and a check character. */
const RESIDENT = /^\d{17}[\dX]$/;
/** 港澳台居民居住证 is numbered the same way, under 81, 82 and 83. */
const PERMIT = /^8[123]0000\d{11}[\dX]$/;
const PASSPORT = /^[A-Z0-9]{5,17}$/;

/** Undefined for a number that can be one; letters in upper case, without spaces. */
export function identityFault(type: IdentityType, number: string | null): IdentityFault | undefined {
  if (type === 'none') return number === null ? undefined : 'number_not_expected';
  if (number === null) return 'number_missing';
  if (type === 'passport') return PASSPORT.test(number) ? undefined : 'form';
  if (!(type === 'resident_identity' ? RESIDENT : PERMIT).test(number)) return 'form';
  if (!isDate(number.slice(6, 14))) return 'birth_date';
  return checkCharacter(number) === number.at(-1) ? undefined : 'checksum';
}

/** 2^(17 - i) modulo 11, as GB 11643 lists them. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total: number, weight, index) => total + weight * Number(number[index]), 0);
  return CHECK_CHARACTERS[sum % 11] as string;
}

function isDate(digits: string): boolean {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const read = new Date(`${date}T00:00:00Z`);
  return date >= '1850' && !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(date);
}
