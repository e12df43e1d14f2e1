import { accountAction } from '../../src/command/account/account-action.ts';

export const reset = accountAction('reset', {
  summary: {
    zh: '重设口令:给出初始口令,关闭一次性验证码,结束会话',
    en: 'give a new initial password; one-time codes go off, sessions end',
  },
  key: 'P',
  example: 'district operators reset xinren',
});
