import { accountAction } from '../../src/command/account/account-action.ts';

export const take = accountAction('take', {
  summary: { zh: '收回岗位,下一次调用起即无权限', en: 'take the role: no rights from the next call on' },
  key: 't',
  example: 'district operators take xinren',
});
