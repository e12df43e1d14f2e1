import type { Desk } from '../desk.ts';
import { ACTION_BINDINGS } from './actions.ts';
import { APPROVALS_BINDINGS, DECISION_BINDINGS } from './approvals.ts';
import { AUDIT_BINDINGS, AUDIT_ENTRY_BINDINGS } from './audit.ts';
import { type Binding, runBinding } from './binding.ts';
import { DETAIL_BINDINGS } from './detail.ts';
import { ENTRY_BINDINGS } from './entry.ts';
import { filterKey, pasteIntoFilter } from './filter-input.ts';
import { formKey, pasteIntoForm } from './form-input.ts';
import { GLOBAL_BINDINGS } from './global.ts';
import { NOTICE_BINDINGS, NOTICES_BINDINGS } from './notices.ts';
import { OPERATOR_BINDINGS, OPERATORS_BINDINGS } from './operators.ts';
import { overlayKey } from './overlay.ts';
import { paletteKey, pasteIntoPalette } from './palette.ts';
import { REQUESTS_BINDINGS } from './requests.ts';
import { signInKey } from './sign-in.ts';
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
  'operators',
  'operator',
  'audit',
  'audited',
] as const;
export type Place = (typeof PLACES)[number];

const BINDINGS: Readonly<Record<Place, readonly (readonly Binding[])[]>> = {
  workbench: [WORKBENCH_BINDINGS, GLOBAL_BINDINGS],
  requests: [REQUESTS_BINDINGS, GLOBAL_BINDINGS, ACTION_BINDINGS],
  notices: [NOTICES_BINDINGS, GLOBAL_BINDINGS],
  notice: [NOTICE_BINDINGS, GLOBAL_BINDINGS],
  entry: [ENTRY_BINDINGS, GLOBAL_BINDINGS],
  audit: [AUDIT_BINDINGS, GLOBAL_BINDINGS],
  audited: [AUDIT_ENTRY_BINDINGS, GLOBAL_BINDINGS],
  approvals: [APPROVALS_BINDINGS, GLOBAL_BINDINGS, ACTION_BINDINGS],
  operators: [OPERATORS_BINDINGS, GLOBAL_BINDINGS],
  operator: [OPERATOR_BINDINGS, GLOBAL_BINDINGS],
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
  const { screen, detail, notices, operators, audit } = desk.store.getState();
  if (detail) return bindingsOf(detail.approvalId === null ? 'request' : 'decision');
  if (screen === 'notices' && notices.open !== null) return bindingsOf('notice');
  if (screen === 'operators' && operators.open !== null) return bindingsOf('operator');
  if (screen === 'audit' && audit.open !== null) return bindingsOf('audited');
  return bindingsOf(screen);
}

/** Gives a key to whoever has the keyboard: the form, the filter, what lies over the screen, the screen. */
export function dispatchKey(desk: Desk, key: string): void {
  const { form, palette, requests, screen, detail } = desk.store.getState();
  if (key === 'ctrl+c') desk.exit(EXIT_INTERRUPTED);
  else if (signInKey(desk, key)) return;
  else if (form) formKey(desk, key);
  else if (palette) paletteKey(desk, key);
  else if (requests.editing && screen === 'requests' && !detail) filterKey(desk, key);
  else if (!overlayKey(desk, key)) bindingsAtHand(desk).some((bindings) => runBinding(bindings, desk, key));
}

export function dispatchPaste(desk: Desk, text: string): void {
  const { form, palette } = desk.store.getState();
  if (form) pasteIntoForm(desk, text);
  else if (palette) pasteIntoPalette(desk, text);
  else pasteIntoFilter(desk, text);
}
