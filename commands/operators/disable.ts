import { accountAction } from '../../src/command/account/account-action.ts';

export const disable = accountAction('disable', {
  summary: {
    zh: '停用账号,其会话与令牌立即失效',
    en: 'disable an account: its sessions and tokens end at once',
  },
  key: 'D',
  example: 'district operators disable xinren',
});
