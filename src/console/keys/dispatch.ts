import type { Desk } from '../desk.ts';
import { ACTION_BINDINGS } from './actions.ts';
import { APPROVALS_BINDINGS, DECISION_BINDINGS } from './approvals.ts';
import { type Binding, runBinding } from './binding.ts';
import { DETAIL_BINDINGS } from './detail.ts';
import { ENTRY_BINDINGS } from './entry.ts';
import { filterKey, pasteIntoFilter } from './filter-input.ts';
import { formKey, pasteIntoForm } from './form-input.ts';
import { GLOBAL_BINDINGS } from './global.ts';
import { noticeBindings } from './notices.ts';
import { overlayKey } from './overlay.ts';
import { REQUESTS_BINDINGS } from './requests.ts';
import { WORKBENCH_BINDINGS } from './workbench.ts';

const EXIT_INTERRUPTED = 130;

/** Bindings that hold where the person is now, nearest first; help lists the same. */
export function bindingsAtHand(desk: Desk): readonly (readonly Binding[])[] {
  const { screen, detail } = desk.store.getState();
  if (detail) {
    const decisions = detail.approvalId === null ? [] : [DECISION_BINDINGS];
    return [DETAIL_BINDINGS, GLOBAL_BINDINGS, ...decisions, ACTION_BINDINGS];
  }
  if (screen === 'workbench') return [WORKBENCH_BINDINGS, GLOBAL_BINDINGS];
  if (screen === 'notices') return [noticeBindings(desk), GLOBAL_BINDINGS];
  if (screen === 'entry') return [ENTRY_BINDINGS, GLOBAL_BINDINGS];
  const own = screen === 'requests' ? REQUESTS_BINDINGS : APPROVALS_BINDINGS;
  return [own, GLOBAL_BINDINGS, ACTION_BINDINGS];
}

/** Gives a key to whoever has the keyboard: the form, the filter, what lies over the screen, the screen. */
export function dispatchKey(desk: Desk, key: string): void {
  const { form, requests, screen, detail } = desk.store.getState();
  if (key === 'ctrl+c') desk.exit(EXIT_INTERRUPTED);
  else if (form) formKey(desk, key);
  else if (requests.editing && screen === 'requests' && !detail) filterKey(desk, key);
  else if (!overlayKey(desk, key)) bindingsAtHand(desk).some((bindings) => runBinding(bindings, desk, key));
}

export function dispatchPaste(desk: Desk, text: string): void {
  if (desk.store.getState().form) pasteIntoForm(desk, text);
  else pasteIntoFilter(desk, text);
}
