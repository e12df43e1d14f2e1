import { NOTICE_TRANSITIONS, type NoticeAction } from '@district/contract/notice-transitions.ts';
import type { NoticeSummary } from '@district/contract/types.ts';
import { noticesMessages } from '../i18n/messages/console-notices.ts';
import { noticeActionText, noticeStateText } from '../i18n/notice-words.ts';
import { translate } from '../i18n/translate.ts';
import { complain } from './complain.ts';
import type { Desk } from './desk.ts';
import { createForm, formTarget, type NoticeFormAction } from './form/form.ts';
import { showForm } from './form/show-form.ts';
import { loadedRows, rowAtHand } from './list/lists.ts';

/** The open notice, else the one under the cursor. */
export function noticeAtHand(desk: Desk): NoticeSummary | undefined {
  const { notices } = desk.store.getState();
  if (notices.open === null) return rowAtHand(desk, 'notices');
  return loadedRows(desk, 'notices').find(({ no }) => no === notices.open);
}

/** Opens the form of a new notice. */
export function writeNotice(desk: Desk): void {
  open(desk, 'notice.push', { no: '', title: '', version: 0 });
}

/** Opens the form of an action on the notice at hand, or says why it is closed. */
export function startNoticeAction(desk: Desk, action: NoticeAction): void {
  const { language } = desk.store.getState();
  const notice = noticeAtHand(desk);
  if (!notice) return complain(desk, translate(noticesMessages, language, 'nothingHere'));
  if (notice.actions.includes(action)) return open(desk, `notice.${action}`, notice);
  const { from } = NOTICE_TRANSITIONS[action];
  const word = noticeActionText(action, language);
  complain(
    desk,
    from.includes(notice.state)
      ? translate(noticesMessages, language, 'closedOwn', { action: word })
      : translate(noticesMessages, language, 'closedState', {
          action: word,
          state: noticeStateText(notice.state, language),
          states: from.map((state) => noticeStateText(state, language)).join('/'),
        }),
  );
}

function open(desk: Desk, action: NoticeFormAction, about: Parameters<typeof formTarget>[0]): void {
  showForm(desk, createForm(action, [formTarget(about)]));
}
