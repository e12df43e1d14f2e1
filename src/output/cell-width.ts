import { eastAsianWidth } from 'get-east-asian-width';

const ZERO_WIDTH = /^[\p{M}\u200c\u200d\ufe00-\ufe0f]$/u;

/** Terminal columns of a safe text. Marks and joiners take none; string-width would be exact for emoji but costs 45 ms to load. */
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
  return cut + mark;
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
