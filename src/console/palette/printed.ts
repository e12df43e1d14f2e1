import type { Sink } from '../../output/streams.ts';
import type { PrintedLine } from './state.ts';

/** Gathers what an operation prints, for a pane of so many columns that is looked at or read aloud. */
export function printedSink(columns: number, isReadAloud: boolean): { sink: Sink; lines: PrintedLine[] } {
  const lines: PrintedLine[] = [];
  const sink: Sink = {
    out: (text) => void lines.push({ text: text.replace(/\r$/, ''), isTalk: false }),
    talk: (text) => void lines.push(...text.split('\n').map((line) => ({ text: line, isTalk: true }))),
    wipe: () => {},
    width: columns,
    color: false,
    plots: !isReadAloud,
  };
  return { sink, lines };
}
