import type { Desk } from '../desk.ts';
import { startOrHandOver } from '../duty/start.ts';
import { openFilter } from '../open-filter.ts';
import { OPERATIONS } from '../operations.ts';
import { loadedDuty, loadedGroups } from '../rows.ts';
import { startReminders } from '../triage/start.ts';
import type { Binding } from './binding.ts';
import { clamp, moveBinding } from './moves.ts';

/** The groups, the line of approvals below them, and that of what was handed over where there is something. */
function rowCount(desk: Desk): number {
  return loadedGroups(desk).length + 1 + (hasItems(desk) ? 1 : 0);
}

function hasItems(desk: Desk): boolean {
  return (loadedDuty(desk)?.items.length ?? 0) > 0;
}

const REMIND_UNITS = OPERATIONS['units.remind'];
const HANDOVER = OPERATIONS['duty.handover'];
const START_DUTY = OPERATIONS['duty.start'];

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
      const { cursor } = desk.store.getState().workbench;
      const groups = loadedGroups(desk);
      const group = groups[cursor];
      if (group) openFilter(desk, group.q);
      else if (cursor > groups.length && hasItems(desk))
        desk.store.setState({ overlay: { kind: 'duty', cursor: 0 }, notice: null });
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
  {
    name: HANDOVER.id,
    keys: [HANDOVER.keys?.workbench ?? ''],
    label: HANDOVER.keys?.workbench ?? '',
    summary: {
      zh: `${START_DUTY.summary.zh} / ${HANDOVER.summary.zh}`,
      en: `${START_DUTY.summary.en} / ${HANDOVER.summary.en}`,
    },
    run: (desk) => void startOrHandOver(desk),
  },
];
