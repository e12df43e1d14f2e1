import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { KEY_ARGUMENT } from '../../src/command/setting-arguments.ts';
import type { EffectiveSetting, SettingKey } from '../../src/session/effective-settings.ts';

export const get: Operation<EffectiveSetting> = {
  id: 'config.get',
  summary: { zh: '一项设置现在的值', en: 'one setting as it holds now' },
  effect: 'local',
  arguments: [KEY_ARGUMENT],
  examples: ['district config get language'],
  async *run(input, context) {
    yield { status: 'done', value: context.setting(text(input, 'key') as SettingKey) };
  },
  print: { lines: ({ value }) => [String(value)] },
};
