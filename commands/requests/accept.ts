import { requestAction } from '../../src/command/request-action.ts';

export const accept = requestAction('accept', {
  summary: { zh: '受理,开始办理', en: 'accept for handling' },
  key: 'A',
});
