import { noticeAction } from '../../src/command/notice/notice-action.ts';

export const recall = noticeAction('recall', {
  summary: {
    zh: '撤回:未送的不再送,已送的标明撤回',
    en: 'recall: what waits is cancelled, what arrived is marked',
  },
  key: 'R',
  example: "district notices recall TZ-GL261125-0001 --reason '地点有误'",
});
