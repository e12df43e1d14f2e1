import { requestAction } from '../../src/command/request-action.ts';

export const reopen = requestAction('reopen', {
  summary: { zh: '重办,另起一轮', en: 'reopen for another round' },
  key: 'O',
});
