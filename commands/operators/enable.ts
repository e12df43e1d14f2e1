import { accountAction } from '../../src/command/account/account-action.ts';

export const enable = accountAction('enable', {
  summary: { zh: '重新启用账号,须重新登录', en: 'enable an account again; it signs in anew' },
  key: 'E',
  example: 'district operators enable xinren',
});
