import { widthOf } from '../width.ts';
import { DEFAULT_STYLE, type Style } from './style.ts';

/**
 * One line of the screen, a column an entry. A character two columns wide stands in the first; its second holds ''. Lines are never
 * changed once they have been painted.
 */
export interface Line {
  readonly texts: string[];
  readonly styles: Style[];
  /** Columns from the left that stand where we believe on any terminal; what follows depends on how wide it takes a character to be. */
  sure: number;
}

export function blankLine(columns: number): Line {
  return {
    texts: new Array<string>(columns).fill(' '),
    styles: new Array<Style>(columns).fill(DEFAULT_STYLE),
    sure: columns,
  };
}

export function copyLine({ texts, styles, sure }: Line): Line {
  return { texts: [...texts], styles: [...styles], sure };
}

export function sameCell(a: Line, b: Line, column: number): boolean {
  const [one, other] = [a.styles[column], b.styles[column]];
  return a.texts[column] === b.texts[column] && (one === other || one?.key === other?.key);
}

export function sameLine(a: Line, b: Line): boolean {
  return a === b || (a.sure === b.sure && sameFrom(a, b, 0));
}

export function sameFrom(a: Line, b: Line, column: number): boolean {
  for (let at = column; at < a.texts.length; at += 1) if (!sameCell(a, b, at)) return false;
  return true;
}

export function hasLink({ styles }: Line): boolean {
  return styles.some(({ link }) => link !== '');
}

/** Columns up to the last one that shows anything. */
export function inkedColumns({ texts, styles }: Line): number {
  let end = texts.length;
  while (end > 0 && texts[end - 1] === ' ' && styles[end - 1]?.key === DEFAULT_STYLE.key) end -= 1;
  return end;
}

/** Printable ASCII and Braille are one column everywhere, Chinese, kana, hangul and their full-width marks two. */
const SURE =
  /^[\x20-\x7e\u2800-\u28ff\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufa6d\uff01-\uff60]$/;

/** Whether every terminal gives this grapheme the same columns: not so for `…`, accents, emoji and whatever joins. */
export function isSure(grapheme: string): boolean {
  return SURE.test(grapheme);
}

/** Columns that Ink gives to a grapheme. */
export function columnsOf(grapheme: string): number {
  if (!isSure(grapheme)) return widthOf(grapheme);
  return grapheme <= '\u28ff' ? 1 : 2;
}

/** Puts a grapheme of so many columns; what is left of a wide character it cuts in two turns blank, as terminals do. */
export function putGrapheme(line: Line, column: number, grapheme: string, width: number, style: Style): void {
  if (line.texts[column] === '') line.texts[column - 1] = ' ';
  if (line.texts[column + width] === '') line.texts[column + width] = ' ';
  line.texts[column] = grapheme;
  line.styles[column] = style;
  line.texts.fill('', column + 1, column + width);
  line.styles.fill(style, column + 1, column + width);
  if (!isSure(grapheme)) line.sure = Math.min(line.sure, column);
}

/** Blanks the columns. What was unsure and is gone leaves the rest sure. */
export function eraseColumns(line: Line, from: number, to: number): void {
  if (line.texts[from] === '') line.texts[from - 1] = ' ';
  if (line.texts[to] === '') line.texts[to] = ' ';
  line.texts.fill(' ', from, to);
  line.styles.fill(DEFAULT_STYLE, from, to);
  if (to === line.texts.length) line.sure = line.sure >= from ? to : line.sure;
}
