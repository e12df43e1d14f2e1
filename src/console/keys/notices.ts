import { NOTICE_ACTIONS, type NoticeAction } from '@district/contract/notice-transitions.ts';
import { watch } from '../../../commands/notices/watch.ts';
import { twin } from '../../command/twin.ts';
import type { Desk } from '../desk.ts';
import { OPERATIONS } from '../operations.ts';
import { noticeAtHand, startNoticeAction, writeNotice } from '../start-notice.ts';
import type { Binding } from './binding.ts';
import { openableKeys } from './openable-list.ts';

const { change, move, back } = openableKeys('notices', { isByLetters: true });

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
  move,
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
export const NOTICE_BINDINGS: readonly Binding[] = [back, ...SHARED];
