import { requestAction } from '../../src/command/request-action.ts';

export const close = requestAction('close', {
  summary: { zh: '归档', en: 'close and file' },
  key: 'F',
});
