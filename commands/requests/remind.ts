import { requestAction } from '../../src/command/request-action.ts';

export const remind = requestAction('remind', {
  summary: { zh: '催办', en: 'remind the unit' },
  key: 'r',
});
