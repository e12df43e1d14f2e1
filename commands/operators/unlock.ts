import { accountAction } from '../../src/command/account/account-action.ts';

export const unlock = accountAction('unlock', {
  summary: { zh: '解锁:清除登录失败的记录', en: 'unlock: forget the failed sign-ins' },
  key: 'u',
  example: 'district operators unlock xinren',
});
