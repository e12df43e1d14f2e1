import { noticeAction } from '../../src/command/notice/notice-action.ts';

export const submit = noticeAction('submit', {
  summary: { zh: '把草稿提交审批', en: 'ask for approval of a draft' },
  key: 's',
  example: 'district notices submit TZ-GL261125-0001',
});
