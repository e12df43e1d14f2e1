import { defineMessages } from '../translate.ts';

/** Kept short: they stand in a column of a list. */
export const deadlineMessages = defineMessages(
  {
    overdueDays: '超{n}天',
    overdueHours: '超{n}小时',
    today: '今{time}',
    paused: '停表',
    none: '-',
  },
  {
    overdueDays: 'late {n}d',
    overdueHours: 'late {n}h',
    today: 'by {time}',
    paused: 'paused',
    none: '-',
  },
);
