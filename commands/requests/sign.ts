import { requestAction } from '../../src/command/request-action.ts';

export const sign = requestAction('sign', {
  summary: { zh: '签收,开始办理', en: 'sign for it, and begin' },
  key: 'i',
});
