import { clipboardSequence } from '../terminal/clipboard.ts';
import type { Desk } from './desk.ts';

/** Puts a command line into the clipboard of the person's own terminal, and shows it. */
export function copyCommand({ store, writeTerminal }: Desk, line: string): void {
  // A shell obeys control characters in what is pasted, even between quotes.
  writeTerminal(clipboardSequence(line.replaceAll(/[^\P{Cc}\n]/gu, '')));
  store.setState({ notice: { text: line, tone: 'good' } });
}
