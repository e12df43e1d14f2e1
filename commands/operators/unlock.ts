import { accountAction } from '../../src/command/account/account-action.ts';

export const unlock = accountAction('unlock', {
  summary: {
    zh: '解锁账号:忘掉登录失败的次数',
    en: 'unlock an account: its failed sign-ins are forgotten',
  },
  key: 'U',
  example: 'district operators unlock xinren',
});
