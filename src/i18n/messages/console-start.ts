import { defineMessages } from '../translate.ts';

export const startMessages = defineMessages(
  {
    starting: '正在启动区务台沙箱… 初始化数据库、载入数据(首次约需半分钟)',
    waiting: '正在启动区务台沙箱… 等另一个窗口启动完',
    ready: '沙箱已就绪',
    seeding: '载入数据 {done}/{total}',
  },
  {
    starting:
      'Starting the sandbox... preparing the database, loading data (about half a minute the first time)',
    waiting: 'Starting the sandbox... waiting for another window that starts it',
    ready: 'The sandbox is ready',
    seeding: 'loading data {done}/{total}',
  },
);
