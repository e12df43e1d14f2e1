import { editText } from '../../terminal/text/edit-text.ts';
import { insertText, wholeText } from '../../terminal/text/typed-text.ts';
import type { Desk } from '../desk.ts';
import { leftOutText, rememberLine } from '../line-history.ts';
import { completeLine } from '../palette/complete-line.ts';
import { type LineResult, runLine } from '../palette/run-line.ts';
import { showResult } from '../palette/show-line.ts';
import type { PaletteState } from '../palette/state.ts';
import { prefetchNames } from '../queries.ts';
import {
  chooseByKey,
  LINE_ENTRY,
  recalled,
  type TypedLine,
  typedLine,
  unchosen,
  withChoices,
} from '../typed-line.ts';

/** Opens the line of commands, with what was left in it. */
export function openPalette(desk: Desk): void {
  prefetchNames(desk.queries, desk.client);
  desk.store.setState(({ paletteDraft }) => ({
    palette: { line: typedLine(paletteDraft), failure: [], stop: null },
    notice: null,
  }));
}

/**
 * Keys while a command is typed. Nothing typed is lost: Escape keeps it, and a line that fails stays as it was. False for no key of a
 * line.
 */
export function paletteKey(desk: Desk, key: string): boolean {
  const { palette } = desk.store.getState();
  if (!palette) return false;
  const { line, stop } = palette;
  if (stop) {
    if (key === 'escape') stop();
    return key === 'escape';
  }
  const chosen = chooseByKey(line, key);
  if (chosen) change(desk, { line: chosen });
  else if (key === 'escape' && line.choices.length > 0) change(desk, { line: unchosen(line, line.typed) });
  else if (key === 'escape') close(desk, wholeText(line.typed));
  else if (key === 'return') void run(desk, wholeText(line.typed).trim());
  else if (key === 'tab') void complete(desk, palette);
  else if (key === 'up' || key === 'down') recall(desk, line, key === 'up' ? 1 : -1);
  else {
    const typed = editText(line.typed, key, LINE_ENTRY);
    if (!typed) return false;
    change(desk, { line: unchosen(line, typed), failure: [] });
  }
  return true;
}

export function pasteIntoPalette(desk: Desk, text: string): void {
  const { palette, language } = desk.store.getState();
  if (!palette || palette.stop) return;
  const { typed, leftOut } = insertText(palette.line.typed, text, LINE_ENTRY);
  const failure = leftOut > 0 ? [leftOutText(language, leftOut)] : [];
  change(desk, { line: unchosen(palette.line, typed), failure });
}

function change(desk: Desk, changed: Partial<PaletteState>): void {
  desk.store.setState(({ palette }) => (palette ? { palette: { ...palette, ...changed } } : {}));
}

function close(desk: Desk, draft: string): void {
  desk.store.setState({ palette: null, paletteDraft: draft });
}

async function complete(desk: Desk, { line }: PaletteState): Promise<void> {
  const choices = await completeLine(desk, line.typed.before);
  // Whoever typed on meanwhile wants something else by now.
  if (desk.store.getState().palette?.line === line) change(desk, { line: withChoices(line, choices) });
}

function recall(desk: Desk, line: TypedLine, by: 1 | -1): void {
  const before = recalled(line, desk.store.getState().paletteLines, by);
  if (before) change(desk, { line: before, failure: [] });
}

async function run(desk: Desk, text: string): Promise<void> {
  if (text === '') return close(desk, '');
  const stopping = new AbortController();
  change(desk, { stop: () => stopping.abort(), failure: [] });
  rememberLine(desk, 'paletteLines', text);
  settle(desk, text, await runLine(desk, text, stopping.signal));
}

function settle(desk: Desk, text: string, result: LineResult): void {
  if (result.kind === 'failed') return change(desk, { stop: null, failure: result.lines });
  close(desk, '');
  showResult(desk, text.startsWith('district ') ? text : `district ${text}`, result);
}
