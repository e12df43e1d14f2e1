import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { KEY_ARGUMENT, settingValue } from '../../src/command/setting-arguments.ts';
import {
  type EffectiveSetting,
  goesBeforeFile,
  type SettingKey,
} from '../../src/session/effective-settings.ts';
import { findPlaces } from '../../src/session/places.ts';
import { changeSettings } from '../../src/session/settings.ts';

interface Kept {
  key: SettingKey;
  value: string | number;
  /** What holds instead for now, where a flag or the environment says otherwise. */
  overriddenBy: EffectiveSetting | null;
}

export const set: Operation<Kept> = {
  id: 'config.set',
  summary: { zh: '保存一项设置', en: 'keep a setting' },
  effect: 'local',
  arguments: [
    KEY_ARGUMENT,
    { name: 'value', summary: { zh: '值', en: 'the value' }, required: true, variadic: false },
  ],
  examples: ['district config set language en', 'district config set pageSize 100'],
  async *run(input, context) {
    const key = text(input, 'key') as SettingKey;
    const value = settingValue(key, text(input, 'value') ?? '');
    await changeSettings(findPlaces(process.env).configDir, (settings) => ({ ...settings, [key]: value }));
    const now = context.setting(key);
    yield { status: 'done', value: { key, value, overriddenBy: goesBeforeFile(now) ? now : null } };
  },
  print: {
    lines: ({ key, value, overriddenBy }, language) => {
      const kept = `${key} = ${value}`;
      if (!overriddenBy) return [kept];
      const { from, value: instead } = overriddenBy;
      return [
        kept,
        language === 'zh'
          ? `现在仍以 ${from} 为准:${instead}。`
          : `For now ${from} goes before it: ${instead}.`,
      ];
    },
  },
};
