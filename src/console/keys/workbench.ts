import type { Desk } from '../desk.ts';
import { openFilter } from '../open-filter.ts';
import { OPERATIONS } from '../operations.ts';
import { loadedGroups } from '../rows.ts';
import { startReminders } from '../triage/start.ts';
import type { Binding } from './binding.ts';
import { clamp, moveBinding } from './moves.ts';

/** The groups, and the line of approvals below them. */
function rowCount(desk: Desk): number {
  return loadedGroups(desk).length + 1;
}

const REMIND_UNITS = OPERATIONS['units.remind'];

export const WORKBENCH_BINDINGS: readonly Binding[] = [
  moveBinding((desk, by) =>
    desk.store.setState(({ workbench }) => ({
      workbench: { cursor: clamp(workbench.cursor + by, rowCount(desk)) },
    })),
  ),
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '打开该组', en: 'open the group' },
    run: (desk) => {
      const group = loadedGroups(desk)[desk.store.getState().workbench.cursor];
      if (group) openFilter(desk, group.q);
      else desk.store.setState({ screen: 'approvals' });
    },
  },
  {
    name: 'triage-from-top',
    keys: ['t'],
    label: 't',
    summary: { zh: '从最紧的开始分诊', en: 'triage, from the tightest' },
    run: ({ store }) =>
      store.setState(({ triage }) => ({
        screen: 'triage',
        notice: null,
        triage: { ...triage, cursor: 0, cursorNo: null },
      })),
  },
  {
    name: REMIND_UNITS.id,
    keys: [REMIND_UNITS.keys?.workbench ?? ''],
    label: REMIND_UNITS.keys?.workbench ?? '',
    summary: REMIND_UNITS.summary,
    run: (desk) => void startReminders(desk),
  },
];
