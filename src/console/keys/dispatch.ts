import type { TerminalInput } from '../../terminal/keyboard/decoder.ts';
import { isCharacter, withoutAlt } from '../../terminal/keyboard/key-name.ts';
import type { Desk } from '../desk.ts';
import { type Binding, runBinding } from './binding.ts';
import { bindingsOf } from './bindings.ts';
import { filterKey, pasteIntoFilter } from './filter-input.ts';
import { formKey, pasteIntoForm } from './form-input.ts';
import { STOP_KEYS } from './global.ts';
import { changedKeys } from './key-changes.ts';
import { overlayKey } from './overlay.ts';
import { paletteKey, pasteIntoPalette } from './palette.ts';
import { signInKey } from './sign-in.ts';

const EXIT_INTERRUPTED = 130;

/** Bindings that hold where the person is now; help lists the same. */
export function bindingsAtHand(desk: Desk): readonly (readonly Binding[])[] {
  const { screen, detail, requests, notices, operators, audit } = desk.store.getState();
  if (detail) return bindingsOf(detail.approvalId === null ? 'request' : 'decision', desk.keyChanges);
  if (screen === 'requests' && requests.facets !== null) return bindingsOf('facets', desk.keyChanges);
  if (screen === 'notices' && notices.open !== null) return bindingsOf('notice', desk.keyChanges);
  if (screen === 'operators' && operators.open !== null) return bindingsOf('operator', desk.keyChanges);
  if (screen === 'audit' && audit.open !== null) return bindingsOf('audited', desk.keyChanges);
  return bindingsOf(screen, desk.keyChanges);
}

/** Rows that one notch of the wheel moves. */
const WHEEL_ROWS = 3;

/** What a person did at the terminal, to whoever has the keyboard. What the terminal itself answers is for those who asked it. */
export function dispatchInput(desk: Desk, input: TerminalInput): void {
  if (input.kind === 'key') dispatchKey(desk, input.key);
  else if (input.kind === 'paste') dispatchPaste(desk, input.text);
  else if (input.kind === 'wheel' && !isTyping(desk))
    for (let row = 0; row < WHEEL_ROWS; row += 1) dispatchKey(desk, input.by > 0 ? 'down' : 'up');
}

/**
 * A key of the person. Over a slow line Escape and the key typed after it come in one packet and look like Alt with that key: where
 * that is no key, it was these two.
 */
function dispatchKey(desk: Desk, key: string): void {
  if (giveKey(desk, key)) return;
  // Enter, typed before the terminal was ours.
  if (key === 'ctrl+j') giveKey(desk, 'return');
  const afterEscape = withoutAlt(key);
  if (afterEscape === undefined) return;
  giveKey(desk, 'escape');
  giveKey(desk, afterEscape);
}

/** Gives a key to whoever has the keyboard: the form, the filter, what lies over the screen, the screen. False when nobody wants it. */
function giveKey(desk: Desk, key: string): boolean {
  const { form, palette, overlay } = desk.store.getState();
  if (key === 'ctrl+c') desk.exit(EXIT_INTERRUPTED);
  else if (isTyping(desk) && isStopKey(desk, key)) desk.stopJob();
  else if (signInKey(desk, key)) return true;
  else if (form) return formKey(desk, key);
  else if (palette) return paletteKey(desk, key);
  else if (isFilterTyped(desk)) return filterKey(desk, key);
  else if (overlay && withoutAlt(key) !== undefined) return false;
  else
    return overlayKey(desk, key) || bindingsAtHand(desk).some((bindings) => runBinding(bindings, desk, key));
  return true;
}

/** Also where text is typed, unless it is a character. */
function isStopKey({ keyChanges }: Desk, key: string): boolean {
  return !isCharacter(key) && (changedKeys(keyChanges, 'stop') ?? STOP_KEYS).includes(key);
}

function isFilterTyped(desk: Desk): boolean {
  const { requests, screen, detail } = desk.store.getState();
  return requests.editing !== null && screen === 'requests' && !detail;
}

function isTyping(desk: Desk): boolean {
  const { form, palette } = desk.store.getState();
  return form !== null || palette !== null || isFilterTyped(desk);
}

function dispatchPaste(desk: Desk, text: string): void {
  const { form, palette } = desk.store.getState();
  if (form) pasteIntoForm(desk, text);
  else if (palette) pasteIntoPalette(desk, text);
  else pasteIntoFilter(desk, text);
}
