/** `[#####.....]` in exactly `columns`: ASCII, since blocks are two cells wide in many Chinese terminals. */
export function progressBar(done: number, total: number, columns: number): string {
  const room = Math.max(0, columns - 2);
  const full = total === 0 ? 0 : Math.min(room, Math.floor((room * done) / total));
  return `[${'#'.repeat(full)}${'.'.repeat(room - full)}]`;
}

/** `###--|--` in exactly `columns`: how much of the whole there is, and a mark where it should be by now. Shares from 0 to 1. */
export function markedBar(actual: number, expected: number, columns: number): string {
  const filled = Math.min(columns, Math.round(actual * columns));
  const mark = Math.min(columns - 1, Math.floor(expected * columns));
  return Array.from({ length: columns }, (_, at) => {
    if (at === mark) return '|';
    return at < filled ? '#' : '-';
  }).join('');
}

/** Unlike blocks, Braille is one column wide in every terminal that has it. */
const BRAILLE = 0x2800;
/** Dots of the left and of the right column of a cell, from the bottom. */
const DOTS = [
  [0x40, 0x04, 0x02, 0x01],
  [0x80, 0x20, 0x10, 0x08],
] as const;
const LEVELS = 4;

/** `⣀⣠⣴⣾`: values as columns of dots, two a cell, the least of the scale one dot high. */
export function sparkline(values: readonly number[], [least, most]: readonly [number, number]): string {
  const heights = values.map((value) =>
    most > least ? 1 + Math.round(((value - least) / (most - least)) * (LEVELS - 1)) : 1,
  );
  return Array.from({ length: Math.ceil(heights.length / 2) }, (_, cell) => {
    const dots = DOTS.flatMap((column, side) => column.slice(0, heights[2 * cell + side] ?? 0));
    return String.fromCodePoint(dots.reduce((sum, dot) => sum | dot, BRAILLE));
  }).join('');
}
