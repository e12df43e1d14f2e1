import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for another when read from a slip of paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Of a recovery code's two groups. */
export const RECOVERY_GROUP_LENGTH = 5;

/** A secret that a person writes down and types again: `groups` of `length` letters, five bits each. */
export function writtenDown(groups: number, length: number): string {
  const letter = () => LETTERS[randomInt(LETTERS.length)];
  const group = () => Array.from({ length }, letter).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** A recovery code however it was typed: in capitals, with blanks, without its dash. */
export function typedRecoveryCode(typed: string): string {
  const letters = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return `${letters.slice(0, RECOVERY_GROUP_LENGTH)}-${letters.slice(RECOVERY_GROUP_LENGTH)}`;
}
