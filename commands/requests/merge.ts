import { requestAction } from '../../src/command/request-action.ts';

export const merge = requestAction('merge', {
  summary: { zh: '并入另一件', en: 'merge into another request' },
  key: 'm',
});
