import { verify } from '../../../commands/audit/verify.ts';
import { openAudit } from '../audit/open-audit.ts';
import type { Desk } from '../desk.ts';
import { rowAtHand } from '../list/lists.ts';
import type { Binding } from './binding.ts';
import { openableKeys } from './openable-list.ts';
import { openPalette, paletteKey } from './palette.ts';

const { change, move, back } = openableKeys('audit', { isByLetters: true });

function openEntry(desk: Desk): void {
  const entry = rowAtHand(desk, 'audit');
  if (entry) change(desk, { open: entry, cursorNo: entry.no, scroll: 0, scrollMax: 0 });
}

/** The line one would type, ready to be added to. */
function typeFilter(desk: Desk): void {
  const { line } = desk.store.getState().audit;
  desk.store.setState({ paletteDraft: `${(line || 'audit list').replace(/^district /, '')} --` });
  openPalette(desk);
}

/** Through the line of commands, where it can be stopped and its result stays to be read. */
function verifyAll(desk: Desk): void {
  desk.store.setState({ paletteDraft: 'audit verify' });
  openPalette(desk);
  paletteKey(desk, 'return');
}

const SHARED: readonly Binding[] = [
  move,
  { name: verify.id, keys: [verify.keys?.audit ?? ''], label: 'v', summary: verify.summary, run: verifyAll },
];
export const AUDIT_BINDINGS: readonly Binding[] = [
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '看前后值', en: 'see before and after' },
    run: openEntry,
  },
  {
    name: 'filter',
    keys: ['/'],
    label: '/',
    summary: { zh: '筛选', en: 'filter' },
    run: typeFilter,
  },
  {
    name: 'clear',
    keys: ['escape'],
    label: 'Esc',
    summary: { zh: '清除筛选', en: 'clear the filter' },
    run: (desk) => void openAudit(desk, {}),
  },
  ...SHARED,
];
export const AUDIT_ENTRY_BINDINGS: readonly Binding[] = [back, ...SHARED];
