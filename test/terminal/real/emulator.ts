import xterm from '@xterm/headless';
import { type AmbiguousWidth, takeWidths } from '../char-widths.ts';

export interface Emulator {
  write: (data: string) => Promise<void>;
  /** What the terminal itself answers: where the cursor is, what it can do. */
  onAnswer: (answer: (data: string) => void) => void;
  resize: (cols: number, rows: number) => void;
  text: () => string;
  has: (wanted: string | RegExp) => boolean;
  /** Whether the terminal is as it was lent: the ordinary screen, the cursor shown, pastes and mouse plain. */
  restored: () => boolean;
  /** The oldest line of the ordinary screen: what stood there before the program. */
  top: () => string;
  /** The cell of the cursor, when it is shown. */
  cursor: () => { x: number; y: number } | null;
  /** Colour (0 to 15) of a Latin text on the screen; undefined when it has none or is not there. */
  colourAt: (wanted: string) => number | undefined;
  terminal: xterm.Terminal;
}

/** DECTCEM: the private mode that shows the cursor. */
const CURSOR_MODE = 25;

export function createEmulator(cols: number, rows: number, ambiguous: AmbiguousWidth = 1): Emulator {
  const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  takeWidths(terminal, ambiguous);
  let cursorShown = true;
  const watchCursor = (shown: boolean) => (modes: (number | number[])[]) => {
    if (modes.includes(CURSOR_MODE)) cursorShown = shown;
    return false;
  };
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, watchCursor(true));
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, watchCursor(false));
  const text = () => {
    const { active } = terminal.buffer;
    return Array.from({ length: terminal.rows }, (_, at) =>
      (active.getLine(active.viewportY + at)?.translateToString(true) ?? '').trimEnd(),
    ).join('\n');
  };
  return {
    write: (data) => new Promise((resolve) => terminal.write(data, resolve)),
    onAnswer: (answer) => void terminal.onData(answer),
    resize: (newCols, newRows) => terminal.resize(newCols, newRows),
    text,
    has: (wanted) => (typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text())),
    restored: () => {
      const { bracketedPasteMode, mouseTrackingMode } = terminal.modes;
      return (
        terminal.buffer.active.type === 'normal' &&
        cursorShown &&
        !bracketedPasteMode &&
        mouseTrackingMode === 'none'
      );
    },
    top: () => terminal.buffer.normal.getLine(0)?.translateToString(true) ?? '',
    cursor: () => {
      const { cursorX, cursorY } = terminal.buffer.active;
      return cursorShown ? { x: cursorX, y: cursorY } : null;
    },
    colourAt: (wanted) => {
      const { active } = terminal.buffer;
      for (let row = 0; row < terminal.rows; row += 1) {
        const line = active.getLine(active.viewportY + row);
        const cells = Array.from({ length: terminal.cols }, (_, at) => line?.getCell(at)?.getChars() || ' ');
        const cell = line?.getCell(cells.join('').indexOf(wanted));
        if (cells.join('').includes(wanted)) return cell?.isFgDefault() ? undefined : cell?.getFgColor();
      }
      return undefined;
    },
    terminal,
  };
}
