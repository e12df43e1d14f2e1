import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { KEY_ARGUMENT, SETTING_COLUMNS } from '../../src/command/setting-arguments.ts';
import {
  type EffectiveSetting,
  SETTING_KEYS,
  type SettingKey,
} from '../../src/session/effective-settings.ts';
import { findPlaces } from '../../src/session/places.ts';
import { settingsPath } from '../../src/session/settings.ts';

export const explain: Operation<{ file: string; items: EffectiveSetting[] }> = {
  id: 'config.explain',
  summary: {
    zh: '每项设置的值从哪里来:参数、环境变量、设置文件、默认',
    en: 'where each value comes from: flag, environment, settings file, default',
  },
  effect: 'local',
  arguments: [{ ...KEY_ARGUMENT, required: false }],
  examples: ['district config explain', 'district config explain language --lang en'],
  async *run(input, context) {
    const key = text(input, 'key') as SettingKey | undefined;
    const items = (key === undefined ? SETTING_KEYS : [key]).map((one) => context.setting(one));
    const file = settingsPath(findPlaces(process.env).configDir);
    context.say(context.language === 'zh' ? `设置文件 ${file}` : `settings file ${file}`);
    yield { status: 'done', value: { file, items } };
  },
  print: { columns: SETTING_COLUMNS, rows: (value) => value.items },
};
