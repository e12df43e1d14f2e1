import { readFileSync } from 'node:fs';
import * as notices from '@district/contract/notice-transitions.ts';
import { PROBLEMS } from '@district/contract/problems.ts';
import * as transitions from '@district/contract/transitions.ts';
import * as vocabulary from '@district/contract/vocabulary.ts';
import { expect, test } from 'vitest';
import { problemFailure } from '../../src/client/problem-failure.ts';
import { CATALOGUE } from '../../src/command/catalogue.gen.ts';
import { NOUNS } from '../../src/command/catalogue.ts';
import { bindingsOf, PLACES } from '../../src/console/keys/bindings.ts';
import { fieldMessageZh } from '../../src/i18n/field-messages.ts';
import { startSentenceZh } from '../../src/session/sandbox/start-sentences.ts';
import { readSource } from './source-texts.ts';

const HAN = /\p{Script=Han}/u;
/** Not said in a language: names of the languages themselves, and what a terminal is measured by. */
const OWN_NAMES = ['English / 中文', '中'];
const { texts, pairs } = readSource(['src', 'commands', 'views']);

test('every text has its translation, with the same places for values', () => {
  expect(pairs.length).toBeGreaterThan(500);
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const { zh, en, where } of pairs) {
    expect(zh.trim() !== '' || en.trim() === '', `${where}: no Chinese for ${en}`).toBe(true);
    expect(en.trim() !== '' || zh.trim() === '', `${where}: no English for ${zh}`).toBe(true);
    expect(places(zh), `${where}: ${zh} / ${en}`).toEqual(places(en));
  }
});

test('Chinese stands where Chinese is said to stand, and English sentences where English is', () => {
  const misplaced = texts.filter(
    // A name in quotes is an example, such as what stands in a file.
    ({ text, language }) =>
      HAN.test(text.replaceAll(/"[^"]*"/g, '')) && language !== 'zh' && !OWN_NAMES.includes(text),
  );
  expect(misplaced.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
  const sentence = /^[A-Z][a-z]+(?: [\w,'’{}]+){2,}[.:?]?$/;
  const bare = texts.filter(
    ({ text, where, language }) =>
      language === undefined &&
      /^(?:views|commands|src\/(?:console|command))\//.test(where) &&
      sentence.test(text),
  );
  expect(bare.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
});

test('Chinese is set one way: marks of one cell, no blank behind a comma, a full stop of its own, curly quotes', () => {
  for (const { zh, where } of pairs) {
    expect(zh, where).not.toMatch(/[，：；？！（）]/);
    expect(zh, where).not.toMatch(/\p{Script=Han}[,;] +\p{Script=Han}/u);
    expect(zh, where).not.toMatch(/\p{Script=Han}\.$/u);
    expect(zh, where).not.toMatch(/\.\.\.|……/);
    expect(zh, where).not.toMatch(/[一-鿿] ?" ?[一-鿿]/);
  }
});

test('commands, their arguments and options, and keys speak both', async () => {
  const said = [...Object.values(NOUNS)];
  for (const { load } of CATALOGUE) {
    const { summary, arguments: places = [], options = [] } = await load();
    said.push(summary, ...places.map((place) => place.summary), ...options.map((option) => option.summary));
  }
  for (const place of PLACES) for (const { summary } of bindingsOf(place).flat()) said.push(summary);
  for (const { zh, en } of said) {
    expect(OWN_NAMES.includes(en) || !HAN.test(en), en).toBe(true);
    expect(HAN.test(zh), zh).toBe(true);
  }
});

/** Words that only identify: they are typed and sent, and a person reads something else in their place. */
const IDENTIFIERS = [
  'CLOCK_STARTS',
  'ITEM_KINDS',
  'UNIT_KINDS',
  'EVENT_TYPES',
  'PROGRESS_BY',
  'SCOPES',
  'BEARER_KINDS',
  'SHIFT_STATES',
];

test('every word of the contract that a person reads has a Chinese one', () => {
  const said = new Set(pairs.filter(({ zh }) => HAN.test(zh)).map(({ key }) => key));
  const all: Readonly<Record<string, unknown>> = { ...vocabulary, ...transitions, ...notices };
  const lists = Object.entries(all).flatMap(([name, list]) =>
    Array.isArray(list) && !IDENTIFIERS.includes(name) ? [[name, list as readonly string[]] as const] : [],
  );
  expect(lists.length).toBeGreaterThan(12);
  for (const [name, list] of lists)
    for (const word of list) expect(said.has(word), `${name}: ${word}`).toBe(true);
});

test('every problem is a sentence in both, also in what it says of a field', () => {
  for (const [code, { title, status }] of Object.entries(PROBLEMS)) {
    const { message } = problemFailure({
      type: `urn:${code}`,
      code,
      title,
      status,
      detail: 'It is so.',
    } as never);
    expect(message.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(message.en).not.toMatch(HAN);
  }
  const said = [
    'needed',
    'resolve needs it',
    'remind does not take it',
    'Too small: expected string to have >=1 characters',
    'Too big: expected string to have <=500 characters',
    'Too big: expected array to have <=20 items',
    'Too small: expected number to be >=1',
    'Invalid option: expected one of "a"|"b"',
    'Invalid input: expected string, received undefined',
    'Invalid input: expected string, received number',
    'Invalid string: must match pattern /^x$/',
    'Invalid ISO date',
    'Unrecognized key: "x"',
    'holds a NUL or half of a surrogate pair, which cannot be kept: take it out',
    'the channel inbox takes a title of 30 characters at most, this has 31',
    'there is no such agency; there are a, b',
    'it lies outside the district 320302000000',
    'no dataset "persons"',
  ];
  for (const message of said) expect(fieldMessageZh(message), message).toMatch(HAN);
  expect(fieldMessageZh('of a later version')).toBe('of a later version');
});

test('a sandbox that does not start says why in Chinese, by the word the platform gives', () => {
  const errors = readFileSync(new URL('../../platform/store/embedded/errors.ts', import.meta.url), 'utf8');
  const kinds = [...(/EmbeddedErrorKind =([^;]+);/.exec(errors)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
    ([, kind = '']) => kind,
  );
  // These are of backups, which the console does not make.
  const ofBackups = ['no_data', 'would_overwrite', 'backup_invalid'];
  expect(kinds.length).toBeGreaterThan(8);
  for (const kind of kinds.filter((one) => !ofBackups.includes(one))) {
    const { message, hint } = startSentenceZh(kind, 'It is so.', '/log');
    expect(message + hint, kind).not.toContain('It is so.');
    expect(HAN.test(hint), kind).toBe(true);
  }
});
