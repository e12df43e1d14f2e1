import { noticeAction } from '../../src/command/notice/notice-action.ts';

export const approve = noticeAction('approve', {
  summary: { zh: '批准,随即发出(不能批自己起草的)', en: 'approve: it goes out (never one’s own)' },
  key: 'A',
  example: 'district notices approve TZ-GL261125-0001',
});
