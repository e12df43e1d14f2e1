import type { Desk } from '../desk.ts';
import { openFilter } from '../open-filter.ts';
import { loadedGroups } from '../rows.ts';
import type { Binding } from './binding.ts';
import { clamp, moveBinding } from './moves.ts';

/** The groups, and the line of approvals below them. */
function rowCount(desk: Desk): number {
  return loadedGroups(desk).length + 1;
}

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
];
