import type { TypedLine } from '../typed-line.ts';

/** The line in which a command is typed. */
export interface PaletteState {
  line: TypedLine;
  /** Why the line was not run, or what came of it; it stays until something else is typed. */
  failure: readonly string[];
  /** Ends what runs; null while nothing does. */
  stop: (() => void) | null;
}

/** What an operation printed, as a pane shows it. */
export interface PrintedLine {
  text: string;
  /** Talk rather than data. */
  isTalk: boolean;
}
