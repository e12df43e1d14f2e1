import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPainted, type Painted, ROOM_COLUMNS, type Shown, type Widths } from './painted-twice.tsx';

/** Each a life of a screen of up to twelve steps; a few seconds a terminal. The bugs it found all came within a hundred. */
const RUNS = 40;

/** Pieces of lines: Chinese, plain and accented Latin, ambiguous marks, emoji with and without joiners, combining marks. */
const WORDS = [
  ...['路灯不亮', '琵琶街道', '(城管)', '全角!', 'GL261112-0042', 'overdue', ' ', '   ', '>', '-'],
  ...['é', 'e\u0301', '…', '│', '●', 'Ω', '😀', '👩‍👧', '🇨🇳', '☎️', '한글', 'カナ', '①'],
];
const STYLES = [
  '1',
  '2',
  '3',
  '4',
  '7',
  '9',
  '1;31',
  '31',
  '93',
  '42',
  '38;5;208',
  '38;2;10;200;30',
  '48;5;17',
];

const word = fc.constantFrom(...WORDS);
const styled = fc.tuple(word, fc.constantFrom(...STYLES)).map(([text, sgr]) => `\x1b[${sgr}m${text}\x1b[0m`);
const linked = word.map((text) => `\x1b]8;;https://x.cn/${text.length}\x07${text}\x1b]8;;\x07`);
const piece = fc.oneof({ weight: 5, arbitrary: word }, { weight: 2, arbitrary: styled }, linked);
const line = fc.array(piece, { maxLength: 6 });

const at = fc.nat({ max: 30 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), at, line }),
  fc.record({
    kind: fc.constant('scroll' as const),
    from: at,
    to: at,
    by: fc.integer({ min: -3, max: 3 }),
    line,
  }),
  fc.record({ kind: fc.constant('mark' as const), from: at, to: at }),
  fc.record({ kind: fc.constant('pane' as const), pane: fc.array(word, { maxLength: 6 }) }),
  fc.record({ kind: fc.constant('cursor' as const), x: at, y: at }),
  fc.record({ kind: fc.constant('noCursor' as const) }),
  fc.record({
    kind: fc.constant('resize' as const),
    columns: fc.integer({ min: 20, max: 60 }),
    rows: fc.integer({ min: 4, max: 20 }),
  }),
  fc.record({ kind: fc.constant('print' as const), text: fc.constantFrom('said aside\n', '旁白\n') }),
  fc.record({ kind: fc.constant('suspend' as const) }),
  fc.record({
    kind: fc.constant('strange' as const),
    sequence: fc.constantFrom('\x1b[2L', '\x1b[3;6r', '\x1bPq\x1b\\', '\t', '\x1b[?6h\x1b[?6l'),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What no terminal takes for wider than Ink does. */
const FIRM = /[\x20-\x7e\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}!-~]/u;
const CODES = /\x1b\[[^m]*m|\x1b\]8[^\x07]*\x07/g;

/** Pieces until so many characters of doubtful width are in the line: beside the frame is room for what they take more. */
function cut(pieces: readonly string[], doubtfulMax: number): string {
  let doubtful = 0;
  return pieces
    .filter((text) => {
      doubtful += [...text.replaceAll(CODES, '')].filter((character) => !FIRM.test(character)).length;
      return doubtful <= doubtfulMax;
    })
    .join('');
}

/** With the three of a word in the pane no more than the room beside the frame. */
const LINE_DOUBTFUL_MAX = ROOM_COLUMNS - 3;

class Screen {
  lines: string[][];
  pane: string[] = [];
  cursor: Shown['cursor'] = null;
  columns: number;
  rows: number;

  constructor(columns: number, rows: number, lines: string[][]) {
    this.columns = columns;
    this.rows = rows;
    this.lines = [...lines];
  }

  shown(): Shown {
    const lines = Array.from({ length: this.rows }, (_, row) =>
      cut(this.lines[row] ?? [], LINE_DOUBTFUL_MAX),
    );
    const pane = this.pane.slice(0, this.rows).map((text) => `|${text}`);
    const { x, y } = this.cursor ?? { x: 0, y: 0 };
    const isInside = x < this.columns && y < this.rows;
    return { lines, pane, cursor: this.cursor && isInside ? this.cursor : null };
  }

  async take(change: Step, both: readonly Painted[]): Promise<void> {
    if (change.kind === 'edit') this.lines[change.at] = change.line;
    if (change.kind === 'scroll') {
      const [from, to] = [Math.min(change.from, change.to), Math.max(change.from, change.to)];
      const band = Array.from(
        { length: to - from },
        (_, row) => this.lines[from + row + change.by] ?? change.line,
      );
      this.lines.splice(from, to - from, ...band);
    }
    if (change.kind === 'mark') {
      this.lines[change.from] = [' ', ...(this.lines[change.from] ?? []).slice(1)];
      this.lines[change.to] = ['>', ...(this.lines[change.to] ?? []).slice(1)];
    }
    if (change.kind === 'pane') this.pane = change.pane;
    if (change.kind === 'cursor') this.cursor = { x: change.x, y: change.y };
    if (change.kind === 'noCursor') this.cursor = null;
    for (const painted of both) {
      if (change.kind === 'print') await painted.print(change.text);
      if (change.kind === 'suspend') await painted.suspend();
      if (change.kind === 'strange') await painted.writeRaw(change.sequence);
      if (change.kind === 'resize') {
        Object.assign(this, { columns: change.columns, rows: change.rows });
        await painted.resize(change.columns, change.rows);
      }
    }
  }
}

test.each<Widths>([1, 2, 'of 2006'])(
  'whatever is shown, scrolled, resized or printed, the screen is the one plain Ink makes (widths: %s)',
  async (widths) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 4, maxLength: 20 }),
        fc.array(step, { minLength: 1, maxLength: 12 }),
        async (lines, steps) => {
          const size = { columns: 40, rows: 12, widths };
          const both = [openPainted(false, size), openPainted(true, size)] as const;
          const screen = new Screen(size.columns, size.rows, lines);
          try {
            for (const change of [undefined, ...steps]) {
              if (change) await screen.take(change, both);
              for (const painted of both) await painted.show(screen.shown());
              expect(both[1].cells()).toEqual(both[0].cells());
            }
          } finally {
            for (const painted of both) await painted.close();
          }
          expect(both[1].text()).toBe(both[0].text());
        },
      ),
      { numRuns: RUNS },
    );
  },
  120_000,
);
