import { requestAction } from '../../src/command/request-action.ts';

export const assign = requestAction('assign', {
  summary: { zh: '派单给承办单位', en: 'send to the unit that leads' },
  key: 'g',
});
