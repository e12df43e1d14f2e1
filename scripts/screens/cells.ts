import type { IBufferCell, Terminal } from '@xterm/headless';

/** A stretch of one line in one look, without the blanks around it. */
export interface Run {
  text: string;
  /** Cell it begins in. */
  at: number;
  /** Cells it takes. */
  cells: number;
  /** Made of characters that take two cells each. */
  wide: boolean;
  look: Look;
}

export interface Look {
  /** Of the 16 colours; null for the terminal's own. */
  ink: number | null;
  ground: number | null;
  bold: boolean;
  dim: boolean;
}

/** What the terminal's own ground and ink are taken for where they change places. */
const [BLACK, WHITE] = [0, 7];

/** The lines of the screen as runs, top to bottom. */
export function readRuns(terminal: Terminal): Run[][] {
  const { active } = terminal.buffer;
  return Array.from({ length: terminal.rows }, (_, row) => {
    const line = active.getLine(active.viewportY + row);
    const runs: Run[] = [];
    let open: Run | undefined;
    for (let at = 0; line && at < terminal.cols; at += 1) {
      const cell = line.getCell(at);
      if (!cell || cell.getWidth() === 0) continue;
      const run = runOf(cell, at);
      if (open && continues(open, run)) {
        open.text += run.text;
        open.cells += run.cells;
      } else {
        open = run;
        runs.push(open);
      }
    }
    return runs.flatMap(splitAtBlanks);
  });
}

function runOf(cell: IBufferCell, at: number): Run {
  const wide = cell.getWidth() === 2;
  const ink = cell.isFgPalette() ? cell.getFgColor() : null;
  const ground = cell.isBgPalette() ? cell.getBgColor() : null;
  const colours = cell.isInverse() ? { ink: ground ?? BLACK, ground: ink ?? WHITE } : { ink, ground };
  const look = { ...colours, bold: cell.isBold() !== 0, dim: cell.isDim() !== 0 };
  return { text: cell.getChars() || ' ', at, cells: wide ? 2 : 1, wide, look };
}

function continues(open: Run, next: Run): boolean {
  const sameLook = (Object.keys(next.look) as (keyof Look)[]).every(
    (key) => open.look[key] === next.look[key],
  );
  return sameLook && open.wide === next.wide && open.at + open.cells === next.at;
}

/** Text after two blanks is placed anew: browsers fold blanks, and fonts differ in width. */
function splitAtBlanks(run: Run): Run[] {
  if (run.wide) return [run];
  return [...run.text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    ...run,
    text,
    at: run.at + index,
    cells: text.length,
  }));
}
