import stringWidth from 'string-width';

/** Characters and cells of a table come again in every frame; what is longer is seldom the same twice. */
const CHARACTERS_MAX = 24;
/** A screen shows a few hundred of them; Chinese has some thousands in use. */
const KNOWN_MAX = 20_000;

const known = new Map<string, number>();

/**
 * As string-width, remembering the short ones. Ink asks anew for the width of every character in every frame, which took most of the
 * time of a key; the build gives it this one.
 */
export function knownWidth(text: string, options?: Parameters<typeof stringWidth>[1]): number {
  if (options !== undefined || text.length > CHARACTERS_MAX) return stringWidth(text, options);
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= KNOWN_MAX) known.clear();
  const width = stringWidth(text);
  known.set(text, width);
  return width;
}
