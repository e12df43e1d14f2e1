import { COMMON_PASSWORDS } from './common-passwords.ts';

/** Length counts, not the kinds of characters in it (NIST SP 800-63B 3.1.1). */
export const PASSWORD_LENGTH_MIN = 10;
/** More is no longer typed by anybody, and each character is hashed. */
export const PASSWORD_LENGTH_MAX = 128;
/** Different characters at least: fewer are one key held down, or two in turn. */
const DIFFERENT_CHARACTERS_MIN = 4;

export type PasswordFault = 'too_short' | 'too_long' | 'like_the_login' | 'common' | 'same_as_before';

/** What is wrong with a new password, or undefined when it may be used. */
export function passwordFault(password: string, login: string): PasswordFault | undefined {
  const characters = [...password];
  if (characters.length < PASSWORD_LENGTH_MIN) return 'too_short';
  if (password.length > PASSWORD_LENGTH_MAX) return 'too_long';
  const plain = password.toLowerCase();
  if (plain.includes(login) && characters.length - login.length < DIFFERENT_CHARACTERS_MIN)
    return 'like_the_login';
  if (new Set(characters).size < DIFFERENT_CHARACTERS_MIN) return 'common';
  if (COMMON_PASSWORDS.has(plain.replaceAll(/[^\p{L}\p{N}]+$/gu, ''))) return 'common';
  if (isRun(plain)) return 'common';
  return undefined;
}

/** `1234567890`, `abcdefghij`, `0987654321`: each character the neighbour of the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const even = steps.filter((step) => step === steps[0]).length;
  return Math.abs(steps[0] ?? 0) === 1 && even >= steps.length - 1;
}
