import type { TerminalInput } from '../../terminal/keyboard/decoder.ts';
import { withoutAlt } from '../../terminal/keyboard/key-name.ts';
import type { Desk } from '../desk.ts';
import { ACTION_BINDINGS } from './actions.ts';
import { APPROVALS_BINDINGS, DECISION_BINDINGS } from './approvals.ts';
import { type Binding, runBinding } from './binding.ts';
import { DETAIL_BINDINGS } from './detail.ts';
import { ENTRY_BINDINGS } from './entry.ts';
import { filterKey, pasteIntoFilter } from './filter-input.ts';
import { formKey, pasteIntoForm } from './form-input.ts';
import { GLOBAL_BINDINGS } from './global.ts';
import { NOTICE_BINDINGS, NOTICES_BINDINGS } from './notices.ts';
import { overlayKey } from './overlay.ts';
import { paletteKey, pasteIntoPalette } from './palette.ts';
import { REQUESTS_BINDINGS } from './requests.ts';
import { WORKBENCH_BINDINGS } from './workbench.ts';

const EXIT_INTERRUPTED = 130;

/** Where a person can be: a screen, an open request, or one opened to decide on its approval. */
export const PLACES = [
  'workbench',
  'requests',
  'request',
  'notices',
  'notice',
  'entry',
  'approvals',
  'decision',
] as const;
export type Place = (typeof PLACES)[number];

const BINDINGS: Readonly<Record<Place, readonly (readonly Binding[])[]>> = {
  workbench: [WORKBENCH_BINDINGS, GLOBAL_BINDINGS],
  requests: [REQUESTS_BINDINGS, GLOBAL_BINDINGS, ACTION_BINDINGS],
  notices: [NOTICES_BINDINGS, GLOBAL_BINDINGS],
  notice: [NOTICE_BINDINGS, GLOBAL_BINDINGS],
  entry: [ENTRY_BINDINGS, GLOBAL_BINDINGS],
  approvals: [APPROVALS_BINDINGS, GLOBAL_BINDINGS, ACTION_BINDINGS],
  request: [DETAIL_BINDINGS, GLOBAL_BINDINGS, ACTION_BINDINGS],
  decision: [DETAIL_BINDINGS, GLOBAL_BINDINGS, DECISION_BINDINGS, ACTION_BINDINGS],
};

/** Bindings of a place, nearest first. An action whose key means something else there is reached by the menu of actions. */
export function bindingsOf(place: Place): readonly (readonly Binding[])[] {
  const taken = new Set<string>();
  return BINDINGS[place].map((bindings) => {
    const free = bindings.filter(({ keys }) => !keys.some((key) => taken.has(key)));
    for (const { keys } of free) for (const key of keys) taken.add(key);
    return free;
  });
}

/** Bindings that hold where the person is now; help lists the same. */
export function bindingsAtHand(desk: Desk): readonly (readonly Binding[])[] {
  const { screen, detail, notices } = desk.store.getState();
  if (detail) return bindingsOf(detail.approvalId === null ? 'request' : 'decision');
  if (screen === 'notices' && notices.open !== null) return bindingsOf('notice');
  return bindingsOf(screen);
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
  const afterEscape = withoutAlt(key);
  if (afterEscape === undefined) return;
  giveKey(desk, 'escape');
  giveKey(desk, afterEscape);
}

/** Gives a key to whoever has the keyboard: the form, the filter, what lies over the screen, the screen. False when nobody wants it. */
function giveKey(desk: Desk, key: string): boolean {
  const { form, palette, overlay } = desk.store.getState();
  if (key === 'ctrl+c') desk.exit(EXIT_INTERRUPTED);
  else if (key === 'ctrl+z') desk.stopJob();
  else if (form) return formKey(desk, key);
  else if (palette) return paletteKey(desk, key);
  else if (isFilterTyped(desk)) return filterKey(desk, key);
  else if (overlay && withoutAlt(key) !== undefined) return false;
  else
    return overlayKey(desk, key) || bindingsAtHand(desk).some((bindings) => runBinding(bindings, desk, key));
  return true;
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
