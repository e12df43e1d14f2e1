import { requestAction } from '../../src/command/request-action.ts';

export const specialProcedure = requestAction('special_procedure', {
  summary: {
    zh: '申请特别程序,计时中止,须审批',
    en: 'ask for a special procedure that stops the clock; the centre approves',
  },
  key: 'P',
});
