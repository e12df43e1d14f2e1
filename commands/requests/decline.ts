import { requestAction } from '../../src/command/request-action.ts';

export const decline = requestAction('decline', {
  summary: { zh: '不予受理,告知居民', en: 'decline, and tell the resident' },
  key: 'D',
});
