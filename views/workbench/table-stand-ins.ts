import { widthOf } from '../../src/terminal/width.ts';
import type { Span } from '../parts/line.tsx';

/** First of the private-use characters that stand in; they never occur in what is shown. */
const FIRST = 0xe000;
const FILLER = '\uf8ff';
const STAND_IN = /([\ue000-\uf8fe])\uf8ff*/u;

/**
 * ink-table measures UTF-16 units, so Chinese columns come out ragged. It is given stand-ins of exactly as many units as the
 * text has columns, and the text is put back when the cell is painted.
 */
export class StandIns {
  readonly #spans: Span[] = [];

  /** Forgets all of them, for a table that is made anew. */
  clear(): void {
    this.#spans.length = 0;
  }

  for(span: Span): string {
    const width = widthOf(span.text);
    if (width === 0) return '';
    this.#spans.push(span);
    return String.fromCharCode(FIRST + this.#spans.length - 1) + FILLER.repeat(width - 1);
  }

  /** A cell as ink-table padded it, with its text back in place. */
  read(cell: string): Span {
    const match = STAND_IN.exec(cell);
    const span = this.#spans[(match?.[1]?.charCodeAt(0) ?? 0) - FIRST];
    return span ? { ...span, text: cell.replace(STAND_IN, () => span.text) } : { text: cell };
  }
}
