import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settingValue } from '../../src/command/setting-arguments.ts';
import { effectiveSetting, goesBeforeFile } from '../../src/session/effective-settings.ts';
import { changeSettings, readSettings, settingsPath } from '../../src/session/settings.ts';
import { allViews, findView } from '../../src/session/views.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'district-settings-'));
  mkdirSync(directory, { recursive: true });
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test.each([
  ['{"langauge":"en"}', '"langauge" is no setting; did you mean language?'],
  ['{"pageSize":"50"}', 'pageSize must be a whole number from 1 to 200, not "50"'],
  ['{"language":"de"}', 'language must be one of zh, en, not "de"'],
  ['{"contexts":{"city":"https://city"}}', 'contexts must be a name and'],
  ['{"views":{"a":1}}', 'views must be at most'],
  ['[]', 'must hold {…}'],
  ['{"language":"en"', 'is not JSON'],
])('%s is told in one sentence with file and key, and stays as it is', async (text, sentence) => {
  writeFileSync(settingsPath(directory), text);
  expect(() => readSettings(directory)).toThrow(settingsPath(directory));
  expect(() => readSettings(directory)).toThrow(sentence);
  await expect(changeSettings(directory, (settings) => ({ ...settings, pager: '' }))).rejects.toThrow(
    sentence,
  );
  expect(readFileSync(settingsPath(directory), 'utf8')).toBe(text);
});

test('a value comes from the flag, else the environment, else the file, else nobody', () => {
  const settings = { language: 'zh', pageSize: 20 };
  const environment = { DISTRICT_LANG: 'en' };
  const of = (key: 'language' | 'pageSize' | 'color' | 'pager', flags = {}) =>
    effectiveSetting(key, { flags, environment, settings });
  expect(of('language', { language: 'zh' })).toMatchObject({ value: 'zh', source: 'flag', from: '--lang' });
  expect(of('language')).toMatchObject({ value: 'en', source: 'environment', from: 'DISTRICT_LANG' });
  expect(of('pageSize')).toMatchObject({ value: 20, source: 'file', from: 'pageSize' });
  expect(of('color')).toMatchObject({ value: 'auto', source: 'default' });
});

test('a locale speaks only where the file is silent; an empty pager is none', () => {
  const environment = { LANG: 'en_GB.UTF-8', DISTRICT_PAGER: '' };
  const locale = effectiveSetting('language', { flags: {}, environment, settings: {} });
  expect(locale).toMatchObject({ value: 'en', source: 'environment', from: 'LANG' });
  expect(goesBeforeFile(locale)).toBe(false);
  const pager = effectiveSetting('pager', { flags: {}, environment, settings: { pager: 'more' } });
  expect(pager).toMatchObject({ value: '', from: 'DISTRICT_PAGER' });
  expect(goesBeforeFile(pager)).toBe(true);
});

test('a setting is checked before it is kept', () => {
  expect(settingValue('pageSize', '20')).toBe(20);
  expect(() => settingValue('pageSize', 'many')).toThrow('pageSize must be');
  expect(() => settingValue('color', 'red')).toThrow('color must be one of auto, always, never');
});

test("one's own views go before those that come along, which answer to both languages", () => {
  const settings = { views: { overdue: 'is:overdue-statutory', 我的: 'is:urgent' } };
  expect(allViews(settings).map(({ name }) => name)).toEqual([
    'overdue',
    '我的',
    'due-today',
    'unassigned',
    'second-return',
  ]);
  expect(findView(settings, 'overdue')?.q).toBe('is:overdue-statutory');
  expect(findView({}, '待派单')?.q).toBe('is:unassigned');
  expect(findView({}, 'nothing')).toBeUndefined();
});
