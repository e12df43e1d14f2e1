import { consoleMessages } from '../i18n/messages/console.ts';
import { translate } from '../i18n/translate.ts';
import { widthOf, wrapLines } from '../terminal/width.ts';
import type { Desk } from './desk.ts';

/**
 * Puts a command line into the clipboard of the person's own terminal, and shows it: in the line at the bottom, or whole over the screen
 * where it cannot be copied for them or is too long for a line.
 */
export function copyCommand({ store, copyToTerminal }: Desk, line: string): void {
  // A shell obeys control characters in what is pasted, even between quotes.
  const isSent = copyToTerminal(line.replaceAll(/[^\P{Cc}\n]/gu, ''));
  const { window, language } = store.getState();
  if (isSent && widthOf(line) <= window.columns) {
    store.setState({ notice: { text: line, tone: 'good' } });
    return;
  }
  const lines = wrapLines(line, window.columns).map((text) => ({ text, isTalk: false }));
  const title = translate(consoleMessages, language, isSent ? 'copied' : 'copyByHand');
  store.setState({ overlay: { kind: 'output', title, lines, scroll: 0, scrollMax: 0 }, notice: null });
}
