import { inkedColumns, isSure, type Line, sameCell, sameFrom, sameLine } from './line.ts';
import { Pen } from './pen.ts';
import { DEFAULT_STYLE } from './style.ts';

/** Unchanged columns that are written once more rather than jumped over: a jump takes four bytes or more. */
const BRIDGED_COLUMNS_MAX = 3;
/** Blanks at the end of a line that are written rather than erased, which takes three bytes. */
const BLANKS_WRITTEN_MAX = 3;
/** A line that comes out wider than the window is cut instead of pushing those below down. */
const [AUTOWRAP_OFF, AUTOWRAP_ON] = ['\x1b[?7l', '\x1b[?7h'];

/** Bytes it takes to turn one line into another. */
export function lineCost(from: Line, to: Line): number {
  if (from === to) return 0;
  const pen = new Pen(to.texts.length, { x: undefined, y: undefined, style: DEFAULT_STYLE });
  paintLine(pen, from, to, 0);
  return pen.byteLength;
}

/** Writes what turns the line at row `y` into the wanted one. */
export function paintLine(pen: Pen, from: Line, to: Line, y: number): void {
  if (sameLine(from, to)) return;
  const sure = startOfCells(from, to, Math.min(from.sure, to.sure));
  const isTailChanged = sure < to.texts.length && !sameFrom(from, to, sure);
  paintSure(pen, from, to, y, sure, isTailChanged);
  if (isTailChanged) paintTail(pen, to, y, sure);
}

/** The last column up to this one in which neither line is in the middle of a character. */
function startOfCells(a: Line, b: Line, column: number): number {
  let at = column;
  while (at > 0 && (a.texts[at] === '' || b.texts[at] === '')) at -= 1;
  return at;
}

/** The columns that stand where we believe: changed cells only. */
function paintSure(pen: Pen, from: Line, to: Line, y: number, end: number, isTailPainted: boolean): void {
  const inked = Math.min(inkedColumns(to), end);
  const blanks = Math.min(inkedColumns(from), end) - inked;
  const erases = blanks > BLANKS_WRITTEN_MAX && end === to.texts.length && !isTailPainted;
  const limit = erases ? inked : end;
  let at = 0;
  while (at < limit) {
    if (sameCell(from, to, at)) {
      at += 1;
      continue;
    }
    at = startOfCells(to, to, at);
    bridge(pen, to, y, at);
    at = writeCell(pen, to, at);
  }
  if (erases) {
    pen.moveTo(inked, y);
    pen.eraseRest();
  }
}

/** Goes on to a column of the same line: by writing what stands between once more when that is shorter than jumping. */
function bridge(pen: Pen, line: Line, y: number, column: number): void {
  if (pen.y === y && pen.x !== undefined && pen.x < column && column - pen.x <= BRIDGED_COLUMNS_MAX) {
    const between = line.texts.slice(pen.x, column);
    const isCheap = between.every((text, at) => isAscii(text) && wears(pen, line, (pen.x ?? 0) + at));
    if (isCheap) while (pen.x < column) writeCell(pen, line, pen.x);
  }
  pen.moveTo(column, y);
}

function wears(pen: Pen, line: Line, column: number): boolean {
  return line.styles[column]?.key === pen.style.key;
}

function isAscii(text: string): boolean {
  return text.length === 1 && text < '\x7f';
}

/** Writes the cell at a column; which column comes next. */
function writeCell(pen: Pen, line: Line, column: number): number {
  const text = line.texts[column] ?? ' ';
  const columns = line.texts[column + 1] === '' ? 2 : 1;
  pen.write(text, line.styles[column] ?? DEFAULT_STYLE, columns);
  return column + columns;
}

/** From the first character on whose width only the terminal knows: whole, as it would be written without us. */
function paintTail(pen: Pen, line: Line, y: number, from: number): void {
  pen.moveTo(from, y);
  pen.eraseRest();
  const end = inkedColumns(line);
  const texts = line.texts.slice(from, end);
  const unsure = texts.filter((text) => text !== '' && !isSure(text)).length;
  const mayOverflow = end + unsure > line.texts.length;
  if (mayOverflow) pen.bytes += AUTOWRAP_OFF;
  for (const [at, text] of texts.entries())
    if (text !== '') pen.write(text, line.styles[from + at] ?? DEFAULT_STYLE, undefined);
  if (mayOverflow) pen.bytes += AUTOWRAP_ON;
}
