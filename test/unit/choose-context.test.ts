import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/i18n/language.ts';
import { chooseContext } from '../../src/session/choose-context.ts';

const contexts = {
  sandbox: { url: 'http://127.0.0.1:1' },
  duty: { url: 'http://127.0.0.1:2' },
  city: { url: 'https://city' },
};
const environment = { DISTRICT_URL: 'https://given', DISTRICT_TOKEN: 'token', DISTRICT_CONTEXT: 'duty' };

test('the flag comes before the environment, that before the current context, the sandbox last', () => {
  const settings = { contexts, currentContext: 'city' };
  expect(chooseContext({ flag: 'duty', environment, settings })).toMatchObject({ name: 'duty' });
  expect(chooseContext({ environment, settings })).toEqual({
    kind: 'given',
    url: 'https://given',
    token: 'token',
  });
  expect(chooseContext({ environment: { DISTRICT_CONTEXT: 'duty' }, settings })).toMatchObject({
    name: 'duty',
  });
  expect(chooseContext({ environment: {}, settings })).toMatchObject({ name: 'city' });
  expect(chooseContext({ environment: {}, settings: { contexts } })).toMatchObject({ name: 'sandbox' });
});

test('nothing to choose is not signed in; a wrong name is usage', () => {
  const failureOf = (from: Parameters<typeof chooseContext>[0]) => {
    try {
      chooseContext(from);
    } catch (error) {
      return (error as { failure: { exit: number } }).failure.exit;
    }
    return undefined;
  };
  expect(failureOf({ environment: {}, settings: {} })).toBe(3);
  expect(failureOf({ environment: { DISTRICT_URL: 'https://given' }, settings: {} })).toBe(3);
  expect(failureOf({ flag: 'dty', environment: {}, settings: { contexts } })).toBe(2);
});

test('language: flag, environment, setting, locale, Chinese', () => {
  expect(chooseLanguage({ flag: 'en', environment: { DISTRICT_LANG: 'zh' } })).toBe('en');
  expect(chooseLanguage({ environment: { DISTRICT_LANG: 'en' }, setting: 'zh' })).toBe('en');
  expect(chooseLanguage({ environment: { LANG: 'zh_CN.UTF-8' }, setting: 'en' })).toBe('en');
  expect(chooseLanguage({ environment: { LANG: 'en_GB.UTF-8' } })).toBe('en');
  expect(chooseLanguage({ environment: { LANG: 'C.UTF-8' } })).toBe('zh');
});
