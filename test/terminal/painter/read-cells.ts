import type { IBufferCell } from '@xterm/headless';
import { linkAt } from '../links.ts';
import type { Emulator } from '../real/emulator.ts';

/** Every cell of the screen with its look, one line a row, and the cursor when it is shown: for comparing two terminals. */
export function readCells({ terminal, cursor }: Emulator): string[] {
  const { active } = terminal.buffer;
  const lines = Array.from({ length: terminal.rows }, (_, row) => {
    const line = active.getLine(active.baseY + row);
    const cells = Array.from({ length: terminal.cols }, (_, column) => {
      const cell = line?.getCell(column);
      if (!cell) return '?';
      const link = linkAt(terminal, active.baseY + row, column);
      return `${cell.getChars() || ' '}${lookOf(cell)}${link && `<${link}>`}`;
    });
    return cells.join('|');
  });
  const at = cursor();
  if (at) lines.push(`cursor at ${at.x},${at.y}`);
  return lines;
}

function lookOf(cell: IBufferCell): string {
  const flags = [
    ...[cell.isBold(), cell.isItalic(), cell.isDim(), cell.isUnderline(), cell.isBlink(), cell.isInverse()],
    ...[cell.isInvisible(), cell.isStrikethrough(), cell.isOverline()],
  ];
  const colours = [cell.getFgColorMode(), cell.getFgColor(), cell.getBgColorMode(), cell.getBgColor()];
  const look = [flags.map((flag) => (flag ? 1 : 0)).join(''), ...colours].join(',');
  return `${cell.getWidth()}${look === PLAIN_LOOK ? '' : `{${look}}`}`;
}
const PLAIN_LOOK = '000000000,0,-1,0,-1';
