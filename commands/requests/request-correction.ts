import { requestAction } from '../../src/command/request-action.ts';

export const requestCorrection = requestAction('request_correction', {
  summary: { zh: '告知居民补正材料,计时中止', en: 'ask the resident for a correction; the clock pauses' },
  key: 'C',
});
