import { eastAsianWidth } from 'get-east-asian-width';

/** What sits on the character before it; vowels and finals of Hangul among them. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u;

/** Terminal columns of a safe text, counted by the code point as most terminals do. Marks and joiners take none. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Cuts a text to `width` columns, with `..` where something was left out. */
export function cutToWidth(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  const mark = width > 2 ? '..' : '';
  let cut = '';
  let used = mark.length;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    cut += character;
  }
  // A joiner with nothing behind it would take hold of what comes next.
  return cut.replace(/\u200d$/u, '') + mark;
}

export function padToWidth(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return align === 'right' ? space + text : text + space;
}

function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x300) return 1;
  return ZERO_WIDTH.test(character) ? 0 : eastAsianWidth(codePoint);
}
