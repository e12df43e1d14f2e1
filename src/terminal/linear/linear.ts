import { Glass } from '../painter/glass.ts';
import type { Painter } from '../painter/painter.ts';
import { readWrite } from '../painter/read-write.ts';
import { standIn } from '../stand-in.ts';
import { newsOf } from './announce.ts';

/** A step is said once it has come to rest: not each letter that is typed, nor a list before its rows are there. */
const REST_MS = 150;
/** Wide windows show two things side by side, which cannot be read one after the other. */
const COLUMNS_MAX = 100;

/**
 * A terminal for Ink to write to that is read aloud: what changed is printed as lines below one another. Nothing is painted over, no
 * cursor is moved, no other screen is entered.
 */
export function createLinear(terminal: NodeJS.WriteStream): Painter {
  const blank = () => new Glass(Math.min(terminal.columns, COLUMNS_MAX), terminal.rows);
  let glass = blank();
  let said: string[] = [];
  let resting: NodeJS.Timeout | undefined;
  const sync = { isHeld: false };

  function say(): void {
    resting = undefined;
    const rows = glass.lines.map(({ texts }) => texts.join('').trimEnd());
    const news = newsOf(said, rows);
    said = rows;
    if (news.length > 0) terminal.write(`${news.join('\r\n')}\r\n`);
  }

  /** What is not understood (the other screen, a wish of the keyboard) is passed over up to the next thing that is. */
  function take(text: string): void {
    let rest = readWrite(glass, text, sync, () => {});
    while (rest !== '') rest = readWrite(glass, rest.slice(skipped(rest)), sync, () => {});
  }

  const write = (text: string, done: (() => void) | undefined) => {
    take(text);
    clearTimeout(resting);
    resting = setTimeout(say, REST_MS);
    done?.();
    return true;
  };
  const stdout = standIn(terminal, write, COLUMNS_MAX);
  const onResize = () => {
    glass = blank();
  };
  terminal.prependListener('resize', onResize);
  return {
    stdout,
    stop: () => {
      clearTimeout(resting);
      terminal.off('resize', onResize);
    },
  };
}

/** Length of what stands first: a sequence, or one character. */
function skipped(text: string): number {
  return /^\x1b\[[<=>?]?[\d:;]*[@-~]/.exec(text)?.[0].length ?? 1;
}
