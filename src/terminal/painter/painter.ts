import { standIn } from '../stand-in.ts';
import { FILLER } from '../width-model.ts';
import { Glass } from './glass.ts';
import type { Line } from './line.ts';
import { paint } from './paint.ts';
import { Pen, type PenPlace } from './pen.ts';
import { readWrite } from './read-write.ts';
import { DEFAULT_STYLE } from './style.ts';

const ENTER_ALTERNATE = '\x1b[?1049h';
/** What begins with one of these leaves nothing of before: the alternate screen entered, or all erased from the top. */
const FRESH = /^\x1b\[(?:\?1049h|(?:1;1)?H\x1b\[2?J)/;
const ERASE_ALL = '\x1b[m\x1b[H\x1b[2J';
/** More bytes than this may arrive in parts: shown together, and without the cursor running over them. */
const SMALL_BYTES = 200;
const [SYNC_ON, SYNC_OFF] = ['\x1b[?2026h', '\x1b[?2026l'];
const [CURSOR_ON, CURSOR_OFF] = ['\x1b[?25h', '\x1b[?25l'];

/** Whether a write that went through showed the cursor last or hid it; undefined when it did neither. */
function leavesCursorShown(data: string): boolean | undefined {
  const [shown, hidden] = [data.lastIndexOf(CURSOR_ON), data.lastIndexOf(CURSOR_OFF)];
  return shown === hidden ? undefined : shown > hidden;
}

export interface Painter {
  /** Takes what Ink writes in place of the terminal. */
  stdout: NodeJS.WriteStream;
  stop(): void;
}

/**
 * A terminal for Ink to write to that keeps what the real one shows and writes only what changed. What it does not understand goes
 * through as it is, and so does everything after it until the screen begins anew.
 */
export function createPainter(terminal: NodeJS.WriteStream): Painter {
  /** Undefined while we do not know what the terminal shows. */
  let glass: Glass | undefined;
  let shown: readonly Line[] = [];
  let place: PenPlace = { x: undefined, y: undefined, style: DEFAULT_STYLE };
  /** Of the terminal, and of the glass while there is none. */
  let isCursorShown = true;
  /** Erasing waits for the first paint: keys pressed meanwhile may have been echoed. */
  let isToBeErased = false;
  const sync = { isHeld: false };

  function begin(): void {
    glass = new Glass(terminal.columns, terminal.rows);
    shown = glass.keep();
    glass.isCursorShown = isCursorShown;
    place = { x: 0, y: 0, style: DEFAULT_STYLE };
    isToBeErased = true;
    sync.isHeld = false;
  }

  /** The terminal as Ink believes it to be, for writes that go through. */
  function letGo({ x, y, style }: Glass): string {
    const bytes = painted() + (isToBeErased ? ERASE_ALL : '');
    isToBeErased = false;
    const pen = new Pen(terminal.columns, place);
    pen.moveTo(Math.min(x, terminal.columns - 1), Math.min(y, terminal.rows - 1));
    pen.wear(style);
    glass = undefined;
    const held = sync.isHeld ? SYNC_ON : '';
    return bytes + pen.bytes + held;
  }

  /** What brings the terminal up to the glass. */
  function painted(): string {
    if (!glass) return '';
    const pen = paint(shown, glass.lines, place);
    const isLarge = pen.byteLength > SMALL_BYTES;
    const isHidden = isLarge || !glass.isCursorShown;
    let before = '';
    if (isHidden && isCursorShown) {
      before = CURSOR_OFF;
      isCursorShown = false;
    }
    if (glass.isCursorShown) {
      pen.moveTo(Math.min(glass.x, glass.columns - 1), glass.y);
      if (!isCursorShown) pen.bytes += CURSOR_ON;
      isCursorShown = true;
    }
    shown = glass.keep();
    place = { x: pen.x, y: pen.y, style: pen.style };
    if (isToBeErased && pen.bytes !== '') {
      pen.bytes = ERASE_ALL + pen.bytes;
      isToBeErased = false;
    }
    return isLarge ? SYNC_ON + before + pen.bytes + SYNC_OFF : before + pen.bytes;
  }

  function bytesFor(data: string): string {
    let bytes = '';
    let rest = data;
    while (rest !== '') {
      if (glass) {
        rest = readWrite(glass, rest, sync, (sequence) => {
          bytes += sequence;
        });
        if (rest === '') return sync.isHeld ? bytes : bytes + painted();
        bytes += letGo(glass);
      } else {
        const fresh = FRESH.exec(rest)?.[0];
        if (fresh === undefined) {
          isCursorShown = leavesCursorShown(rest) ?? isCursorShown;
          return bytes + rest.replaceAll(FILLER, '');
        }
        if (fresh === ENTER_ALTERNATE) bytes += fresh;
        rest = rest.slice(fresh.length);
        begin();
      }
    }
    return bytes;
  }

  const stdout = standIn(terminal, (text, done) => {
    const bytes = bytesFor(text);
    return bytes === '' && !done ? true : terminal.write(bytes, done);
  });

  // A terminal that changes its size moves what it shows as it likes.
  const onResize = () => {
    if (glass) terminal.write(letGo(glass));
  };
  terminal.prependListener('resize', onResize);

  return { stdout, stop: () => void terminal.off('resize', onResize) };
}
