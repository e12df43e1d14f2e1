import { type RawBuilder, sql } from 'kysely';

/**
 * Masks are made once, when something is filed, and stand beside the sealed value: whoever lists or shows gets them from the database
 * and has nothing to open.
 */

/** 张建国 → 张** */
export function maskName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(Math.max(rest.length, 1));
}

/** 13800001234 → 138****1234 */
export function maskPhone(phone: string): string {
  return phone.length >= 8
    ? phone.slice(0, 3) + '*'.repeat(phone.length - 7) + phone.slice(-4)
    : '*'.repeat(phone.length);
}

/** 320302197001011234 → 3203**********1234; of a shorter number, such as a passport's, one character before and two behind. */
export function maskIdentity(number: string): string {
  const [before, behind] = number.length >= 15 ? [4, 4] : [1, 2];
  return (
    number.slice(0, before) + '*'.repeat(Math.max(number.length - before - behind, 1)) + number.slice(-behind)
  );
}

const NUMERAL = '一二两三四五六七八九十百千零〇';
const DOOR = new RegExp(`[0-9０-９]|[${NUMERAL}](?=[${NUMERAL}]*[号栋幢座单楼层室户门])`, 'g');

/**
 * 3号楼2单元501室 → *号楼*单元***室, and 三号楼 → *号楼: the place stays recognisable, the door does not. Chinese numerals only before
 * what is numbered in a house, since 三环路 is a street.
 */
export function maskAddress(address: string): string {
  return address.replaceAll(DOOR, '*');
}

const DIGIT = '[0-9０-９]';
const BREAK = '[ \\-－—]?';
/** Mobile and fixed-line phones and identity numbers, with the breaks people write them with. */
const PERSONAL_NUMBER = new RegExp(
  [
    `${DIGIT}{6}${BREAK}(?:${DIGIT}${BREAK}){8}${DIGIT}{3}[0-9０-９XxＸｘ]`,
    `[1１][3-9３-９]${DIGIT}${BREAK}${DIGIT}{4}${BREAK}${DIGIT}{4}`,
    `[0０]${DIGIT}{2,3}${BREAK}${DIGIT}{7,8}`,
  ]
    .map((pattern) => `(?<!${DIGIT})${pattern}(?!${DIGIT})`)
    .join('|'),
  'g',
);

/** The phones and identity numbers within a text, each digit as a star but for the last four. */
export function maskNumbers(text: string): string {
  return text.replaceAll(
    PERSONAL_NUMBER,
    (number) => number.slice(0, -4).replaceAll(/[0-9０-９]/g, '*') + number.slice(-4),
  );
}

/** The same as `maskName`, within a query, for names that are not sealed. */
export function maskedName(column: string): RawBuilder<string | null> {
  const name = sql.ref(column);
  return sql`left(${name}, 1) || repeat('*', greatest(char_length(${name}) - 1, 1))`;
}
