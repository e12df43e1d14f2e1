import { createInterface } from 'node:readline/promises';
import { ExpectedFailure } from '../command/operation.ts';

/** Whether somebody sits before the process who can be asked. */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY);
}

/** One line from the person at the terminal. Throws an expected failure when they would rather not (Ctrl-C, Ctrl-D). */
export async function askLine(question: string, signal: AbortSignal): Promise<string> {
  // Not as a terminal: the system's own line editing keeps Ctrl-C a signal, which ends more than the question.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const closed = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
  try {
    const line = await Promise.race([lines.question(question, { signal }), closed]);
    if (line !== undefined) return line;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    lines.close();
  }
  throw new ExpectedFailure({
    kind: 'interrupted',
    message: { en: 'Interrupted; nothing was changed.', zh: '已中断,没有改动。' },
    exit: 130,
  });
}
