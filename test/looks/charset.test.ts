import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/i18n/language.ts';
import { asciiText } from '../../src/output/ascii.ts';
import { localeCharset } from '../../src/output/charset.ts';
import { gb18030Bytes } from '../../src/output/gb18030.ts';

test('the locale tells what bytes a terminal takes, the first that is given speaking', () => {
  expect(localeCharset({ LANG: 'zh_CN.UTF-8' })).toBe('utf-8');
  expect(localeCharset({ LANG: 'zh_CN.GB18030' })).toBe('gb18030');
  expect(localeCharset({ LANG: 'zh_CN.gbk' })).toBe('gb18030');
  expect(localeCharset({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('ascii');
  expect(localeCharset({ LC_ALL: 'C.UTF-8' })).toBe('utf-8');
  expect(localeCharset({})).toBe('utf-8');
});

test('under C and POSIX the language is English, unless one was chosen', () => {
  expect(chooseLanguage({ environment: { LANG: 'C' } })).toBe('en');
  expect(chooseLanguage({ environment: { LC_ALL: 'POSIX' } })).toBe('en');
  expect(chooseLanguage({ environment: { LC_ALL: 'POSIX', DISTRICT_LANG: 'zh' } })).toBe('zh');
  expect(chooseLanguage({ environment: {} })).toBe('zh');
});

test('GB 18030 is read back as it was written, rare characters too', () => {
  const decoder = new TextDecoder('gb18030');
  expect(Buffer.from(gb18030Bytes('区务台')).toString('hex')).toBe('c7f8ceF1cca8'.toLowerCase());
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('路', '灯', 'a', '€', '…', '𠮷', '𰻝', 'é', '\n', '👨') }),
      (text) => {
        expect(decoder.decode(gb18030Bytes(text))).toBe(text);
      },
    ),
  );
});

test('ASCII loses nothing: marks have something near, the rest its number', () => {
  expect(asciiText('“OK” … 张')).toBe('"OK" ... \\u{5f20}');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(asciiText(text)).toMatch(/^[\0-\x7f]*$/);
    }),
  );
});
