import stringWidth from 'string-width';

/** Characters and cells of a table are mostly shorter. */
const CELL_CHARACTERS_MAX = 24;
/** A screen shows a few hundred of them; Chinese has some thousands in use. */
const CELLS_MAX = 20_000;
/** The widest terminals, with the codes of their styles; a paragraph that is longer is wrapped and asked for once. */
const LINE_CHARACTERS_MAX = 1_000;
/** Some dozens of screens, at most 2 MB. */
const LINES_MAX = 1_000;

const cells = new Map<string, number>();
const lines = new Map<string, number>();

/**
 * As string-width, remembering. Ink asks anew for the width of every character and every line in every frame, which took most of the
 * time of a key; the build gives it this one.
 */
export function knownWidth(text: string, options?: Parameters<typeof stringWidth>[1]): number {
  if (options !== undefined || text.length > LINE_CHARACTERS_MAX) return stringWidth(text, options);
  const isCell = text.length <= CELL_CHARACTERS_MAX;
  const known = isCell ? cells : lines;
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= (isCell ? CELLS_MAX : LINES_MAX)) known.clear();
  const width = stringWidth(text);
  known.set(text, width);
  return width;
}
