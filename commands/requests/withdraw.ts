import { requestAction } from '../../src/command/request-action.ts';

export const withdraw = requestAction('withdraw', {
  summary: { zh: '应居民要求撤回', en: 'withdraw at the resident’s wish' },
  key: 'W',
});
