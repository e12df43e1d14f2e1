import { complain } from '../complain.ts';
import type { Desk } from '../desk.ts';
import { type LineResult, runLine } from './run-line.ts';

/** Runs a line as if it had been typed and shows what it prints, or why it could not. */
export async function showLine(desk: Desk, line: string): Promise<void> {
  const result = await runLine(desk, line, new AbortController().signal);
  if (result.kind === 'failed') complain(desk, result.lines.join(' '));
  else showResult(desk, line, result);
}

/** What a line printed fills the screen; one sentence stands in the last row. */
export function showResult(desk: Desk, twin: string, result: Exclude<LineResult, { kind: 'failed' }>): void {
  if (result.kind === 'gone') return;
  if (result.kind === 'said') desk.store.setState({ notice: { text: result.text, tone: 'good' }, twin });
  else
    desk.store.setState({
      overlay: { kind: 'output', title: twin, lines: result.lines, scroll: 0, scrollMax: 0 },
      notice: null,
      twin,
    });
}
