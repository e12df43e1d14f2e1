import { requestAction } from '../../src/command/request-action.ts';

export const supervise = requestAction('supervise', {
  summary: { zh: '督办', en: 'put under supervision' },
  key: 's',
});
