import { NOTICE_ACTIONS, type NoticeAction } from '@district/contract/notice-transitions.ts';
import { watch } from '../../../commands/notices/watch.ts';
import { twin } from '../../command/twin.ts';
import type { Desk } from '../desk.ts';
import { OPERATIONS } from '../operations.ts';
import { cursorIndex, loadedNotices } from '../rows.ts';
import { noticeAtHand, startNoticeAction, writeNotice } from '../start-notice.ts';
import type { ConsoleState } from '../state.ts';
import type { Binding } from './binding.ts';
import { clamp, moveBinding } from './moves.ts';

function change(desk: Desk, changed: Partial<ConsoleState['notices']>): void {
  desk.store.setState(({ notices }) => ({ notices: { ...notices, ...changed } }));
}

function move(desk: Desk, by: number): void {
  const rows = loadedNotices(desk);
  const { notices } = desk.store.getState();
  if (notices.open !== null)
    return change(desk, { scroll: clamp(notices.scroll + by, notices.scrollMax + 1) });
  const cursor = clamp(cursorIndex(rows, notices) + by, rows.length);
  change(desk, { cursor, cursorNo: rows[cursor]?.no ?? null });
}

function openNotice(desk: Desk): void {
  const notice = noticeAtHand(desk);
  if (!notice) return;
  desk.store.setState({ notice: null });
  change(desk, { open: notice.no, cursorNo: notice.no, scroll: 0, scrollMax: 0 });
}

/** Progress comes by itself while a notice is open; the shell's line for it is at hand to copy. */
function watchNotice(desk: Desk): void {
  const notice = noticeAtHand(desk);
  if (!notice) return;
  openNotice(desk);
  desk.store.setState({ twin: twin(watch, { no: notice.no }) });
}

function actionBinding(action: NoticeAction): Binding {
  const { id, keys, summary } = OPERATIONS[`notice.${action}`];
  const key = keys?.notices ?? '';
  return { name: id, keys: [key], label: key, summary, run: (desk) => startNoticeAction(desk, action) };
}

const SHARED: readonly Binding[] = [
  moveBinding(move),
  {
    name: 'notices.push',
    keys: ['n'],
    label: 'n',
    summary: OPERATIONS['notice.push'].summary,
    run: writeNotice,
  },
  ...NOTICE_ACTIONS.map(actionBinding),
  {
    name: 'notices.watch',
    keys: ['w'],
    label: 'w',
    summary: { zh: '看着它发', en: 'watch it being sent' },
    run: watchNotice,
  },
];
export const NOTICES_BINDINGS: readonly Binding[] = [
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '打开通知', en: 'open the notice' },
    run: openNotice,
  },
  ...SHARED,
];
export const NOTICE_BINDINGS: readonly Binding[] = [
  {
    name: 'back',
    keys: ['escape', 'left', 'backspace'],
    label: 'Esc',
    summary: { zh: '返回', en: 'back' },
    run: (desk) => change(desk, { open: null }),
  },
  ...SHARED,
];
