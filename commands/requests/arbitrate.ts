import { requestAction } from '../../src/command/request-action.ts';

export const arbitrate = requestAction('arbitrate', {
  summary: { zh: '裁定第二次退回归谁办', en: 'settle a second return' },
  key: 'J',
});
