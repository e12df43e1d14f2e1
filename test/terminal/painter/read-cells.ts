import type { IBufferCell, Terminal } from '@xterm/headless';
import type { Emulator } from '../real/emulator.ts';

interface LinkSource {
  _core: {
    _oscLinkService: { getLinkData(id: number): { id?: string; uri: string } | undefined };
    buffer: { lines: { get(row: number): { _extendedAttrs: Record<number, { urlId: number }> } } };
  };
}

/** Every cell of the screen with its look, one line a row, and the cursor when it is shown: for comparing two terminals. */
export function readCells({ terminal, cursor }: Emulator): string[] {
  const { active } = terminal.buffer;
  const lines = Array.from({ length: terminal.rows }, (_, row) => {
    const line = active.getLine(active.baseY + row);
    const cells = Array.from({ length: terminal.cols }, (_, column) => {
      const cell = line?.getCell(column);
      return cell
        ? `${cell.getChars() || ' '}${lookOf(cell)}${linkOf(terminal, cell, active.baseY + row, column)}`
        : '?';
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

/** The emulator keeps links to itself. */
function linkOf(terminal: Terminal, cell: IBufferCell, row: number, column: number): string {
  if (!(cell as unknown as { hasExtendedAttrs(): number }).hasExtendedAttrs()) return '';
  const { _oscLinkService: links, buffer } = (terminal as unknown as LinkSource)._core;
  const id = buffer.lines.get(row)._extendedAttrs[column]?.urlId ?? 0;
  return id === 0 ? '' : `<${links.getLinkData(id)?.uri}>`;
}
