import { editText, insertText, wholeText } from '../../terminal/text-input.ts';
import type { Desk } from '../desk.ts';
import { completeLine } from '../palette/complete-line.ts';
import { type LineResult, runLine } from '../palette/run-line.ts';
import { showResult } from '../palette/show-line.ts';
import type { PaletteState } from '../palette/state.ts';
import { unitsQuery } from '../queries.ts';
import { chooseByKey, typedLine, unchosen, withChoices } from '../typed-line.ts';

/** Lines remembered while the console is open: more than anybody goes back through. */
const HISTORY_MAX = 100;

/** Opens the line of commands, with what was left in it. */
export function openPalette(desk: Desk): void {
  void desk.queries.prefetchQuery(unitsQuery(desk.client));
  desk.store.setState(({ paletteDraft }) => ({
    palette: { line: typedLine(paletteDraft), failure: [], stop: null, back: 0, draft: paletteDraft },
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
  else if (key === 'escape' && line.choices.length > 0) change(desk, { line: unchosen(line.typed) });
  else if (key === 'escape') close(desk, wholeText(line.typed));
  else if (key === 'return') void run(desk, wholeText(line.typed).trim());
  else if (key === 'tab') void complete(desk, palette);
  else if (key === 'up' || key === 'down') recall(desk, palette, key === 'up' ? 1 : -1);
  else {
    const typed = editText(line.typed, key, false);
    if (!typed) return false;
    change(desk, { line: unchosen(typed), failure: [] });
  }
  return true;
}

export function pasteIntoPalette(desk: Desk, text: string): void {
  const { palette } = desk.store.getState();
  if (palette && !palette.stop)
    change(desk, { line: unchosen(insertText(palette.line.typed, text, false)), failure: [] });
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

function recall(desk: Desk, palette: PaletteState, by: 1 | -1): void {
  const { paletteLines } = desk.store.getState();
  const back = Math.min(Math.max(palette.back + by, 0), paletteLines.length);
  if (back === palette.back) return;
  const draft = palette.back === 0 ? wholeText(palette.line.typed) : palette.draft;
  change(desk, { back, draft, line: typedLine(paletteLines.at(-back) ?? draft), failure: [] });
  if (back === 0) change(desk, { line: typedLine(draft) });
}

async function run(desk: Desk, text: string): Promise<void> {
  if (text === '') return close(desk, '');
  const stopping = new AbortController();
  change(desk, { stop: () => stopping.abort(), failure: [], back: 0 });
  desk.store.setState(({ paletteLines }) => ({
    paletteLines: [...paletteLines.filter((line) => line !== text), text].slice(-HISTORY_MAX),
  }));
  settle(desk, text, await runLine(desk, text, stopping.signal));
}

function settle(desk: Desk, text: string, result: LineResult): void {
  if (result.kind === 'failed') return change(desk, { stop: null, failure: result.lines });
  close(desk, '');
  showResult(desk, text.startsWith('district ') ? text : `district ${text}`, result);
}
