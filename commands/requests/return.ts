import { requestAction } from '../../src/command/request-action.ts';

export const returnRequest = requestAction('return', {
  summary: { zh: '退回派单方,须审批', en: 'return it; the centre approves' },
  key: 'b',
});
