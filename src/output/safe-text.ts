/**
 * Text from residents is untrusted. What could move the cursor, change the terminal, reorder what is read or hide in it becomes visible
 * instead: controls (all escape sequences begin with one), line and paragraph separators, format characters such as those of bidi
 * (Unicode TR9) and tags (TR36), everything else that shows nothing, lone surrogates and noncharacters.
 */
const UNSAFE =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * Marks on one character at most. The scripts that stack most need six (Burmese, Tibetan); Unicode's own bound of 30 (UAX 15) covers
 * the rows above and below.
 */
const MARKS_MAX = 6;
const STORM = new RegExp(`(?<=\\p{M}{${MARKS_MAX}})\\p{M}+`, 'gu');
/** A mark at the beginning would sit on whatever stands before the text. */
const LEADING_MARKS = /^\p{M}+/u;

/** Scripts whose letters are spelt with joiners. */
const JOINING =
  '[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Gujr}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}]';
const JOINING_BEFORE = new RegExp(`(?!\\p{Default_Ignorable_Code_Point})${JOINING}$`, 'u');
const JOINING_AFTER = new RegExp(`^(?!\\p{M})${JOINING}`, 'u');
const PICTURE = '\\p{Extended_Pictographic}\\ufe0f?\\p{Emoji_Modifier}?';
const PICTURE_BEFORE = new RegExp(`${PICTURE}$`, 'u');
const PICTURE_AFTER = /^\p{Extended_Pictographic}/u;
/** The longest family has four; more would be counted as one character however many cells they fill. */
const PICTURES_BEFORE = new RegExp(`(?:${PICTURE}\\u200d){3}${PICTURE}$`, 'u');

type Neighbours = (before: string, after: string) => boolean;

/** Invisible characters that spelling needs, each only where it does: emoji families, Arabic and Indic words, rare forms of Chinese characters. */
const NEEDED: readonly (readonly [character: RegExp, where: Neighbours])[] = [
  [/\u200d/u, (before, after) => isPicture(before) && PICTURE_AFTER.test(after)],
  [/[\u200c\u200d]/u, (before, after) => JOINING_BEFORE.test(before) && JOINING_AFTER.test(after)],
  [/[\ufe0e\ufe0f]/u, (before) => /\p{Extended_Pictographic}$/u.test(before)],
  [/\ufe0f/u, (before, after) => /[0-9#*]$/.test(before) && after.startsWith('\u20e3')],
  [/[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u, (before) => /\p{sc=Han}$/u.test(before)],
  [/[\u180b-\u180f]/u, (before) => /(?=\p{L})\p{scx=Mong}$/u.test(before)],
];

/** UTF-16 units of four pictographs with selectors, modifiers and joiners. */
const NEIGHBOUR_UNITS = 24;

function isPicture(before: string): boolean {
  return PICTURE_BEFORE.test(before) && !PICTURES_BEFORE.test(before);
}

/** Most of what is shown: nothing in it needs a closer look. */
const PLAIN = /^[\x20-\x7e\u4e00-\u9fff\u3001-\u3011\uff01-\uff1f]*$/;

/** One line that is safe to show: line breaks and tabs become spaces, the rest of what is unsafe `\u{1b}`. Safe text stays as it is. */
export function safeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return escapeUnsafe(text.replaceAll(/\r\n|[\n\r\t]/g, ' '), visible);
}

/** The lines of a longer text, each safe to show. */
export function safeLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).map(safeText);
}

/** JSON whose characters are all safe to print; what it means is unchanged. */
export function safeJson(value: unknown, indent = 0): string {
  // JSON.stringify writes C0 controls as escapes and breaks lines only between values, so those may stay.
  const json = JSON.stringify(value, null, indent) ?? 'null';
  return escapeUnsafe(json, (character) => (character === '\n' ? character : jsonEscape(character)));
}

function escapeUnsafe(text: string, escape: (character: string) => string): string {
  const each = (characters: string) => Array.from(characters, escape).join('');
  return text
    .replace(LEADING_MARKS, each)
    .replaceAll(STORM, each)
    .replaceAll(UNSAFE, (character, at: number, whole: string) =>
      isNeeded(character, at, whole) ? character : escape(character),
    );
}

function isNeeded(character: string, at: number, whole: string): boolean {
  const before = whole.slice(Math.max(0, at - NEIGHBOUR_UNITS), at);
  const end = at + character.length;
  const after = whole.slice(end, end + NEIGHBOUR_UNITS);
  return NEEDED.some(([needed, where]) => needed.test(character) && where(before, after));
}

function visible(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function jsonEscape(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
