import { requestAction } from '../../src/command/request-action.ts';

export const undo = requestAction('undo', {
  summary: {
    zh: '撤销上一步,居民尚未得知、且无后续时',
    en: 'take the last step back, while the resident was not told and nothing followed',
  },
  key: 'u',
});
