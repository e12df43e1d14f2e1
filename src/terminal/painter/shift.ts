import { blankLine, hasLink, inkedColumns, type Line, sameLine } from './line.ts';
import { lineCost } from './paint-line.ts';

/** Lines `top` to `bottom` moved up by so many (down when negative) spare painting them anew. */
export interface Shift {
  top: number;
  bottom: number;
  by: number;
  /** What the terminal shows once they have moved. */
  lines: readonly Line[];
}

/** Fewer lines than these are painted sooner than moved. */
const MOVED_LINES_MIN = 2;

interface Run {
  /** Wanted lines [from, to) stand on the terminal `by` lines further down. */
  from: number;
  to: number;
  by: number;
}

/** The longest run of lines that are shown already, only elsewhere. */
export function findShift(shown: readonly Line[], wanted: readonly Line[]): Shift | undefined {
  const changed = wanted.map((line, y) => {
    const before = shown[y];
    return before !== undefined && inkedColumns(line) > 0 && !sameLine(before, line);
  });
  if (changed.filter(Boolean).length <= MOVED_LINES_MIN) return undefined;
  const longest = longestRun(shown, wanted, changed);
  return longest && shiftOf(shown, widened(longest, shown, wanted));
}

function longestRun(
  shown: readonly Line[],
  wanted: readonly Line[],
  changed: readonly boolean[],
): Run | undefined {
  const rows = wanted.length;
  let longest: Run | undefined;
  for (let by = 1 - rows; by < rows; by += 1) {
    if (by === 0) continue;
    let from = 0;
    for (let y = 0; y <= rows; y += 1) {
      const [line, there] = [wanted[y], shown[y + by]];
      // What is shown again in the same words is the same line: comparing cells here would take longer than painting.
      if (changed[y] && line !== undefined && line === there) continue;
      if (y - from >= MOVED_LINES_MIN && y - from > (longest ? longest.to - longest.from : 0))
        longest = { from, to: y, by };
      from = y + 1;
    }
  }
  return longest;
}

/** With the lines at either end that changed on the way, such as the one the cursor left. */
function widened({ from, to, by }: Run, shown: readonly Line[], wanted: readonly Line[]): Run {
  const isBetterMoved = (y: number) => {
    const [line, here, there] = [wanted[y], shown[y], shown[y + by]];
    return line && here && there && lineCost(there, line) < lineCost(here, line);
  };
  let [first, end] = [from, to];
  while (isBetterMoved(first - 1)) first -= 1;
  while (isBetterMoved(end)) end += 1;
  return { from: first, to: end, by };
}

function shiftOf(shown: readonly Line[], { from, to, by }: Run): Shift | undefined {
  const top = Math.min(from, from + by);
  const bottom = Math.max(to, to + by) - 1;
  // xterm.js, and all that is built on it, loses where a link leads when its line is scrolled in a region.
  if (shown.slice(top, bottom + 1).some(hasLink)) return undefined;
  const blank = blankLine(shown[0]?.texts.length ?? 0);
  const lines = shown.map((line, y) => {
    if (y < top || y > bottom) return line;
    const source = y + by;
    return (source >= top && source <= bottom ? shown[source] : undefined) ?? blank;
  });
  return { top, bottom, by, lines };
}
