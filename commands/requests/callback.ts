import { requestAction } from '../../src/command/request-action.ts';

export const callback = requestAction('callback', {
  summary: { zh: '记录回访', en: 'enter a call-back' },
  key: 'l',
});
