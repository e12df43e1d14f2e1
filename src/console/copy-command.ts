import { clipboardSequence } from '../terminal/clipboard.ts';
import type { Desk } from './desk.ts';

/** Puts a command line into the clipboard of the person's own terminal, and shows it. */
export function copyCommand({ store, writeTerminal }: Desk, line: string): void {
  writeTerminal(clipboardSequence(line));
  store.setState({ notice: { text: line, tone: 'good' } });
}
