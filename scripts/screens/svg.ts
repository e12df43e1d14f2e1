import type { Run } from './cells.ts';

/** Sizes in px. Most monospaced fonts are 0.6 em wide, so that Latin text falls into its cells by itself. */
const FONT_PX = 15;
const CELL_PX = 9;
/** Chinese characters are squares of this size in the middle of two cells. */
const WIDE_PX = 16;
const WIDE_SPACING_PX = 2 * CELL_PX - WIDE_PX;
const LINE_PX = 20;
const BASELINE_PX = 15;
const PAD_PX = 14;
/** Runs this long are stretched to their cells: a font a little narrower would show at their end. */
const STRETCHED_CHARS_MIN = 8;

const GROUND = '#16191f';
const INK = '#d7dae0';
const FRAME = '#c9ced6';
/** Black to white, then the bright ones; dark enough apart to be told from each other on the ground. */
const PALETTE = [
  ...['#3b4048', '#ff6b68', '#6cc070', '#e5c05c', '#6aa6f8', '#c58af9', '#56c2c9', '#d7dae0'],
  ...['#7d8590', '#ff8f8c', '#8fd992', '#f2d684', '#93bffb', '#d9b0fb', '#83d9de', '#ffffff'],
];
const FONTS = `ui-monospace,'SF Mono',Menlo,'DejaVu Sans Mono','Liberation Mono',Consolas,'Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',monospace`;

export interface Picture {
  title: string;
  cols: number;
  lines: readonly (readonly Run[])[];
  /** The cell of the cursor, when it is shown. */
  cursor: { x: number; y: number } | null;
}

/** A screen as SVG. Every run says where it begins, so that any browser's fonts keep the columns. */
export function svgOf({ title, cols, lines, cursor }: Picture): string {
  const width = cols * CELL_PX + 2 * PAD_PX;
  const height = lines.length * LINE_PX + 2 * PAD_PX;
  const used = new Set(lines.flat().flatMap(({ look }) => look.ink ?? []));
  const colours = [...used].sort((a, b) => a - b).map((ink) => `.c${ink}{fill:${PALETTE[ink]}}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>text{font:${FONT_PX}px ${FONTS};fill:${INK}}.w{font-size:${WIDE_PX}px;letter-spacing:${WIDE_SPACING_PX}px}.b{font-weight:700}.d{opacity:.62}${colours.join('')}</style>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="${GROUND}" stroke="${FRAME}"/>`,
    ...lines.flatMap((runs, row) => [...groundsOf(runs, row), ...textOf(runs, row)]),
    ...(cursor ? [box(cursor.x, cursor.y, 1, `fill="none" stroke="${INK}"`)] : []),
    '</svg>\n',
  ].join('\n');
}

function groundsOf(runs: readonly Run[], row: number): string[] {
  return runs.flatMap(({ at, cells, look }) =>
    look.ground === null ? [] : box(at, row, cells, `fill="${PALETTE[look.ground]}"`),
  );
}

function textOf(runs: readonly Run[], row: number): string[] {
  if (runs.length === 0) return [];
  const y = PAD_PX + row * LINE_PX + BASELINE_PX;
  return [`<text y="${y}">${runs.map(spanOf).join('')}</text>`];
}

function spanOf({ text, at, cells, wide, look }: Run): string {
  const marks = [wide && 'w', look.bold && 'b', look.dim && 'd', look.ink !== null && `c${look.ink}`];
  const names = marks.filter(Boolean).join(' ');
  const classes = names === '' ? '' : ` class="${names}"`;
  const stretched = !wide && cells >= STRETCHED_CHARS_MIN ? ` textLength="${cells * CELL_PX}"` : '';
  const x = left(at) + (wide ? WIDE_SPACING_PX / 2 : 0);
  return `<tspan x="${x}"${stretched}${classes}>${escaped(text)}</tspan>`;
}

function left(cell: number): number {
  return PAD_PX + cell * CELL_PX;
}

function box(at: number, row: number, cells: number, paint: string): string {
  const y = PAD_PX + row * LINE_PX;
  return `<rect x="${left(at)}" y="${y}" width="${cells * CELL_PX}" height="${LINE_PX}" ${paint}/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
