import { requestAction } from '../../src/command/request-action.ts';

export const submitCorrection = requestAction('submit_correction', {
  summary: { zh: '收到补正,恢复计时', en: 'enter the correction received; the clock runs again' },
  key: 'S',
});
