import type { Line } from './line.ts';
import { paintLine } from './paint-line.ts';
import { Pen, type PenPlace } from './pen.ts';
import { findShift } from './shift.ts';

/** What turns the lines on the terminal into the wanted ones, a band of them scrolled where that takes fewer bytes. */
export function paint(shown: readonly Line[], wanted: readonly Line[], place: PenPlace): Pen {
  const columns = wanted[0]?.texts.length ?? 0;
  const plain = new Pen(columns, place);
  paintLines(plain, shown, wanted);
  const shift = findShift(shown, wanted);
  if (!shift) return plain;
  const scrolled = new Pen(columns, place);
  scrolled.scroll(shift.top, shift.bottom, shift.by);
  paintLines(scrolled, shift.lines, wanted);
  return scrolled.byteLength < plain.byteLength ? scrolled : plain;
}

function paintLines(pen: Pen, shown: readonly Line[], wanted: readonly Line[]): void {
  for (const [y, line] of wanted.entries()) paintLine(pen, shown[y] ?? line, line, y);
}
