import { noticeAction } from '../../src/command/notice/notice-action.ts';

export const refuse = noticeAction('refuse', {
  summary: { zh: '驳回,须写理由', en: 'refuse with a reason: it is a draft again' },
  key: 'x',
  example: "district notices refuse TZ-GL261125-0001 --reason '时间写错了'",
});
