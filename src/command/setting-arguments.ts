import type { ContextValue } from '../session/context-values.ts';
import { type EffectiveSetting, SETTING_KEYS, type SettingKey } from '../session/effective-settings.ts';
import { findWrong, type Settings } from '../session/setting-checks.ts';
import type { Column, Operation } from './operation.ts';
import { usageFailure } from './usage-failure.ts';

export const KEY_ARGUMENT = {
  name: 'key',
  summary: { zh: '设置项', en: 'the setting' },
  required: true,
  variadic: false,
  choices: SETTING_KEYS,
} satisfies NonNullable<Operation['arguments']>[number];

/** A text of the command line as the settings file holds it. Throws a usage failure that says what is wanted. */
export function settingValue(key: SettingKey, text: string): NonNullable<Settings[SettingKey]> {
  const value = key === 'pageSize' ? Number(text) : text;
  const wrong = findWrong({ [key]: value });
  if (wrong) throw usageFailure({ en: `${wrong.en}.`, zh: `${wrong.zh}。` });
  return value;
}

/** A value and where it came from. */
export type SettingRow = EffectiveSetting | ContextValue;

const SOURCES: Readonly<Record<SettingRow['source'], { zh: string; en: string }>> = {
  flag: { zh: '参数', en: 'flag' },
  environment: { zh: '环境变量', en: 'environment' },
  file: { zh: '设置文件', en: 'settings file' },
  default: { zh: '默认', en: 'default' },
  keyring: { zh: '系统钥匙串', en: 'keyring' },
};

export const SETTING_COLUMNS: readonly Column<SettingRow>[] = [
  { header: { zh: '设置项', en: 'KEY' }, cell: ({ key }) => key, whole: true },
  { header: { zh: '值', en: 'VALUE' }, cell: ({ value }) => String(value) },
  { header: { zh: '来自', en: 'FROM' }, cell: ({ source }, language) => SOURCES[source][language] },
  { header: { zh: '名称', en: 'BY' }, cell: ({ from }) => from },
];
