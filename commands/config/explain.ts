import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { KEY_ARGUMENT, SETTING_COLUMNS, type SettingRow } from '../../src/command/setting-arguments.ts';
import { CONTEXT_KEYS, contextValues } from '../../src/session/context-values.ts';
import { listCredentials } from '../../src/session/credentials.ts';
import { SETTING_KEYS } from '../../src/session/effective-settings.ts';
import { findPlaces } from '../../src/session/places.ts';
import { readSettings, settingsPath } from '../../src/session/settings.ts';

export const explain: Operation<{ file: string; items: SettingRow[] }> = {
  id: 'config.explain',
  summary: {
    zh: '每项设置、所用环境的每个值从哪里来:参数、环境变量、设置文件、默认',
    en: 'where each value comes from, also of the context in use: flag, environment, settings file, default',
  },
  effect: 'local',
  arguments: [{ ...KEY_ARGUMENT, required: false, choices: [...SETTING_KEYS, ...CONTEXT_KEYS] }],
  examples: ['district config explain', 'district config explain context.proxy --context gulou'],
  async *run(input, context) {
    const key = text(input, 'key');
    const { configDir } = findPlaces(process.env);
    const credentials = listCredentials(configDir);
    const rows: SettingRow[] = [
      ...SETTING_KEYS.map((one) => context.setting(one)),
      ...contextValues(context.setting('currentContext'), readSettings(configDir), process.env, (name) => {
        const kept = Object.hasOwn(credentials, name) ? credentials[name] : undefined;
        return kept && ('store' in kept ? kept.store : 'file');
      }),
    ];
    const file = settingsPath(configDir);
    context.say(context.language === 'zh' ? `设置文件 ${file}` : `settings file ${file}`);
    const items = rows.filter((row) => key === undefined || row.key === key);
    yield { status: 'done', value: { file, items } };
  },
  print: { columns: SETTING_COLUMNS, rows: (value) => value.items },
};
