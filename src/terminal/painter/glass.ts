import { graphemesOf } from '../graphemes.ts';
import { FILLER } from '../width-model.ts';
import { blankLine, columnsOf, copyLine, eraseColumns, type Line, putGrapheme } from './line.ts';
import { DEFAULT_STYLE, type Style } from './style.ts';

/** Lines that were read once and may come again; two generations of so many. */
const KNOWN_LINES_MAX = 500;

interface KnownLine {
  line: Line;
  /** Where the cursor stood after it. */
  x: number;
}

/** What a terminal shows after all that was written to it: cells, cursor, style. */
export class Glass {
  readonly columns: number;
  readonly rows: number;
  lines: Line[];
  /** `columns` when the last column was just written and the next character would wrap. */
  x = 0;
  y = 0;
  isCursorShown = true;
  style: Style = DEFAULT_STYLE;
  readonly #blank: Line;
  /** Lines that may be changed, since nobody else holds them. */
  #own = new Set<Line>();
  #known = new Map<string, KnownLine>();
  #knownBefore = new Map<string, KnownLine>();

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.#blank = blankLine(columns);
    this.lines = new Array<Line>(rows).fill(this.#blank);
  }

  /** The lines as they are now, for keeping; later writes do not change them. */
  keep(): readonly Line[] {
    this.#own.clear();
    return [...this.lines];
  }

  moveTo(x: number, y: number): void {
    this.x = Math.max(0, Math.min(x, this.columns - 1));
    this.y = Math.max(0, Math.min(y, this.rows - 1));
  }

  /** By so many lines, as cursor movements do: without scrolling. */
  moveBy(columns: number, rows: number): void {
    this.moveTo(Math.min(this.x, this.columns - 1) + columns, this.y + rows);
  }

  /** To the start of the next line, scrolling at the last one. */
  newLine(): void {
    this.x = 0;
    if (this.y < this.rows - 1) this.y += 1;
    else this.lines = [...this.lines.slice(1), this.#blank];
  }

  eraseLine(from: number, to: number): void {
    if (from <= 0 && to >= this.columns) this.lines[this.y] = this.#blank;
    else eraseColumns(this.#line(), Math.min(from, this.columns - 1), to);
  }

  eraseRows(from: number, to: number): void {
    this.lines.fill(this.#blank, from, to);
  }

  /** Prints text without controls; false when it would not fit the line. */
  print(text: string): boolean {
    const line = this.#line();
    for (const grapheme of graphemesOf(text)) {
      if (grapheme === FILLER) continue;
      const width = columnsOf(grapheme);
      if (width === 0) {
        this.#join(line, grapheme);
        continue;
      }
      if (this.x + width > this.columns) return false;
      putGrapheme(line, this.x, grapheme, width, this.style);
      this.x += width;
    }
    return true;
  }

  /** Prints a whole line that was read before in the same words, on an untouched one. */
  recall(words: string): boolean {
    const known = this.#known.get(words) ?? this.#knownBefore.get(words);
    if (known === undefined) return false;
    this.#remember(words, known);
    this.lines[this.y] = known.line;
    this.x = known.x;
    return true;
  }

  /** Whether words printed now make the whole line, so that they can be recalled later. */
  get isAtUntouchedLine(): boolean {
    return this.x === 0 && this.lines[this.y] === this.#blank && this.style.key === DEFAULT_STYLE.key;
  }

  remember(words: string): void {
    if (this.style.key !== DEFAULT_STYLE.key) return;
    const line = this.lines[this.y] ?? this.#blank;
    this.#own.delete(line);
    this.#remember(words, { line, x: this.x });
  }

  #remember(words: string, known: KnownLine): void {
    if (this.#known.size >= KNOWN_LINES_MAX) {
      this.#knownBefore = this.#known;
      this.#known = new Map();
    }
    this.#known.set(words, known);
  }

  /** A mark of no width of its own goes with the character before it. */
  #join(line: Line, mark: string): void {
    let at = Math.min(this.x, this.columns) - 1;
    while (at > 0 && line.texts[at] === '') at -= 1;
    at = Math.max(0, at);
    line.texts[at] += mark;
    line.sure = Math.min(line.sure, at);
  }

  #line(): Line {
    const line = this.lines[this.y] ?? this.#blank;
    if (this.#own.has(line)) return line;
    const copy = copyLine(line);
    this.#own.add(copy);
    this.lines[this.y] = copy;
    return copy;
  }
}
