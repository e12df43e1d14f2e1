import type { Operation } from '../../src/command/operation.ts';
import { type EffectiveSetting, SETTING_KEYS } from '../../src/session/effective-settings.ts';

export const list: Operation<{ items: EffectiveSetting[] }> = {
  id: 'config.list',
  summary: { zh: '列出各项设置现在的值', en: 'list the settings as they hold now' },
  effect: 'local',
  examples: ['district config list'],
  async *run(_input, context) {
    yield { status: 'done', value: { items: SETTING_KEYS.map((key) => context.setting(key)) } };
  },
  print: {
    columns: [
      { header: { zh: '设置项', en: 'KEY' }, cell: ({ key }: EffectiveSetting) => key, whole: true },
      { header: { zh: '值', en: 'VALUE' }, cell: ({ value }: EffectiveSetting) => String(value) },
    ],
    rows: (value) => value.items,
  },
};
