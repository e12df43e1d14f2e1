import { DEFAULT_STYLE, type Style, styleChange } from './style.ts';

/** Where the terminal's cursor stands and what it wears; undefined when only the terminal knows. */
export interface PenPlace {
  x: number | undefined;
  y: number | undefined;
  style: Style;
}

/** Gathers what is to be written, by the shortest way from where the terminal's cursor stands to where the next change is. */
export class Pen implements PenPlace {
  bytes = '';
  x: number | undefined;
  y: number | undefined;
  style: Style;
  readonly #columns: number;

  constructor(columns: number, { x, y, style }: PenPlace) {
    this.#columns = columns;
    this.x = x;
    this.y = y;
    this.style = style;
  }

  get byteLength(): number {
    return Buffer.byteLength(this.bytes);
  }

  moveTo(x: number, y: number): void {
    if (this.x === x && this.y === y) return;
    const ways = [x === 0 ? (y === 0 ? '\x1b[H' : `\x1b[${y + 1}H`) : `\x1b[${y + 1};${x + 1}H`];
    if (this.y === y) ways.push(...this.#along(x));
    else if (this.y !== undefined && x === 0 && y === this.y + 1) ways.push('\r\n');
    else if (this.y !== undefined && this.x === x) ways.push(step(y - this.y, 'B', 'A'));
    this.bytes += ways.reduce((best, way) => (way.length < best.length ? way : best));
    this.x = x;
    this.y = y;
  }

  /** Writes a grapheme of so many columns, or of columns only the terminal knows. */
  write(text: string, style: Style, columns: number | undefined): void {
    this.wear(style);
    this.bytes += text;
    const x = this.x === undefined || columns === undefined ? undefined : this.x + columns;
    // At the edge some terminals wrap at once and some with the next character.
    this.x = x === this.#columns ? undefined : x;
  }

  wear(style: Style): void {
    this.bytes += styleChange(this.style, style);
    this.style = style;
  }

  /** Blanks the line from here on. */
  eraseRest(): void {
    this.wear(DEFAULT_STYLE);
    this.bytes += '\x1b[K';
  }

  /** Moves lines `top` to `bottom` (the last one) up by so many, or down when negative; blank ones come in. */
  scroll(top: number, bottom: number, by: number): void {
    this.wear(DEFAULT_STYLE);
    this.bytes += `\x1b[${top + 1};${bottom + 1}r\x1b[${(by > 0 ? bottom : top) + 1}H`;
    this.bytes += by > 0 ? '\n'.repeat(by) : '\x1bM'.repeat(-by);
    this.bytes += '\x1b[r';
    this.x = 0;
    this.y = 0;
  }

  #along(x: number): string[] {
    if (x === 0) return ['\r'];
    const column = `\x1b[${x + 1}G`;
    return this.x === undefined ? [column] : [column, step(x - this.x, 'C', 'D')];
  }
}

function step(by: number, forth: string, back: string): string {
  const count = Math.abs(by) === 1 ? '' : Math.abs(by);
  return `\x1b[${count}${by > 0 ? forth : back}`;
}
