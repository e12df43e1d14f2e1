import { eastAsianWidth } from 'get-east-asian-width';
import stringWidth from 'string-width';
import { graphemesOf } from './graphemes.ts';
import { knownWidth } from './known-widths.ts';

/** How a terminal counts what terminals do not agree on. */
export interface WidthModel {
  /** Columns of `…`, `“`, `│`: one in the West, two in many Chinese terminals. */
  ambiguous: 1 | 2;
  /** Whether an emoji made of several, such as a family, takes the columns of one. */
  clusters: boolean;
}

/** As Ink counts; it holds until the terminal has been asked. */
const OF_INK: WidthModel = { ambiguous: 1, clusters: true };
let model = OF_INK;

/** One process has one terminal, so this holds for all that is painted. */
export function setWidthModel({ ambiguous, clusters }: Partial<WidthModel>): void {
  model = { ambiguous: ambiguous ?? OF_INK.ambiguous, clusters: clusters ?? OF_INK.clusters };
}

const ASCII = /^[\x20-\x7e]*$/;
/** Sits on the character before it; vowels and finals of Hangul among them. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u;

/** Columns that text takes in this terminal. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  if (model.clusters)
    return model.ambiguous === 1 ? knownWidth(text) : stringWidth(text, { ambiguousIsNarrow: false });
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0xa0) return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  return eastAsianWidth(codePoint, { ambiguousAsWide: model.ambiguous === 2 });
}

/**
 * Ink lays out by its own count. Where this terminal takes more columns, one of these stands behind the character for each; the painter
 * leaves them out again. The last private-use character, which no text in earnest holds.
 */
export const FILLER = '\u{10fffd}';
/** Widens an emoji for Ink that a terminal without clusters leaves as it was. */
const WIDENERS = /[\ufe0f\u20e3]/gu;

/** Text of which Ink counts as many columns as the terminal takes. */
export function countedAlike(text: string): string {
  const own = text.includes(FILLER) ? text.replaceAll(FILLER, '\ufffd') : text;
  if (ASCII.test(own) || (model.clusters && model.ambiguous === 1)) return own;
  let alike = '';
  for (const grapheme of graphemesOf(own)) {
    const width = widthOf(grapheme);
    const plain = width < stringWidth(grapheme) ? grapheme.replaceAll(WIDENERS, '') : grapheme;
    alike += plain + FILLER.repeat(Math.max(0, width - stringWidth(plain)));
  }
  return alike;
}
