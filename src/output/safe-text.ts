/**
 * Text from residents is untrusted. What could move the cursor, change the terminal or reorder what is read becomes visible instead:
 * C0 and C1 controls (all escape sequences begin with one), DEL, line and paragraph separators, bidi controls (Unicode TR9), invisible
 * format and tag characters (TR36), lone surrogates. Joiners and variation selectors stay: emoji and names need them.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

/** One line that is safe to show: line breaks and tabs become spaces, the rest of what is unsafe `\u{1b}`. */
export function safeText(text: string): string {
  return text.replaceAll(/\r\n|[\n\r\t]/g, ' ').replaceAll(UNSAFE, visible);
}

/** The lines of a longer text, each safe to show. */
export function safeLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).map(safeText);
}

/** JSON whose characters are all safe to print; what it means is unchanged. */
export function safeJson(value: unknown, indent = 0): string {
  // JSON.stringify writes C0 controls as escapes and breaks lines only between values, so those may stay.
  return (JSON.stringify(value, null, indent) ?? 'null').replaceAll(UNSAFE, (character) =>
    character === '\n' ? character : jsonEscape(character),
  );
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
