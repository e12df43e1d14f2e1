import { requestAction } from '../../src/command/request-action.ts';

export const consult = requestAction('consult', {
  summary: { zh: '请其他单位会办', en: 'bring in other units' },
  key: 'o',
});
