import { encode } from 'uqr';
import { isAddress } from './link.ts';

/** How a QR code is drawn: two modules a cell in half blocks, or a module in two cells, where the width of those is not sure. */
export type QrLook = 'half-blocks' | 'two-cells';

/** Modules of white round the code. The standard asks for four; phones find it with two, and a window has few lines. */
const QUIET = 2;

/** Lines of an address as a QR code, dark modules as blanks and light ones filled, as on a dark terminal; null when it does not fit or is none. */
export function qrLines(
  address: string,
  look: QrLook,
  room: { columns: number; rows: number },
): string[] | null {
  if (!isAddress(address)) return null;
  const { data } = encode(address, { ecc: 'L', border: QUIET });
  const isLight = (row: number, column: number) => data[row] !== undefined && !data[row][column];
  const size = data.length;
  const at = Array.from({ length: size }, (_, index) => index);
  const lines =
    look === 'half-blocks'
      ? at
          .filter((row) => row % 2 === 0)
          .map((row) =>
            at
              .map((column) => HALVES[Number(isLight(row, column)) * 2 + Number(isLight(row + 1, column))])
              .join(''),
          )
      : at.map((row) => at.map((column) => (isLight(row, column) ? '##' : '  ')).join(''));
  const width = look === 'half-blocks' ? size : 2 * size;
  return width <= room.columns && lines.length <= room.rows ? lines : null;
}

/** By light above and light below: neither, below, above, both. */
const HALVES = [' ', '\u2584', '\u2580', '\u2588'] as const;
