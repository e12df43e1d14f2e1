import { requestAction } from '../../src/command/request-action.ts';

export const extend = requestAction('extend', {
  summary: { zh: '申请延期,须审批', en: 'ask for more time; the centre approves' },
  key: 'x',
});
