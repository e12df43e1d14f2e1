import { accountAction } from '../../src/command/account/account-action.ts';

export const resetCodes = accountAction('reset_codes', {
  summary: { zh: '关闭一次性验证码(手机丢失时)', en: 'switch one-time codes off, for a lost phone' },
  key: 'C',
  example: 'district operators reset-codes xinren',
});
