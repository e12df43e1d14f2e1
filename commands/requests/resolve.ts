import { requestAction } from '../../src/command/request-action.ts';

export const resolve = requestAction('resolve', {
  summary: { zh: '办结并答复居民,须审核', en: 'resolve with a reply to the resident; the centre approves' },
  key: 'f',
});
