import { requestAction } from '../../src/command/request-action.ts';

export const resume = requestAction('resume', {
  summary: { zh: '恢复计时', en: 'let the clock run again' },
  key: 'U',
});
