import { requestAction } from '../../src/command/request-action.ts';

export const transfer = requestAction('transfer', {
  summary: { zh: '转给别的单位办', en: 'send to another unit' },
  key: 'g',
});
