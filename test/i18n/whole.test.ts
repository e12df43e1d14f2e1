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
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { cellWidth } from '../../src/output/cell-width.ts';
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
    'write agency:<id>, street:<code> or community:<code>',
    'there is no region of that code',
    'there is no region 320399',
    '3203 is wider than a street: name the street or the community',
    'there is no service item lamp',
    'there is no request GL261112-0042 within your area',
    'lies in the past; it is 2026-11-25T21:33:44.891Z now',
    'it is 2026-11-26 today, and the procedure would have ended before it began',
    'whoever was not reached has said neither',
    'dissatisfied and satisfied cannot both be',
    'reopen needs it here',
    'its handling by agency:housing was rated poorly, so another unit puts it right',
    'licensing is extended once, and has been',
    'licensing is extended by 10 working days at most',
    'GL261112-0042 has 20 attachments already; take one away first',
    'it has 9 bytes and 8 are taken: make the picture smaller',
    'its content is none of jpg, png, or carries a macro',
    'its content is image/png, whatever its name says: call it .png',
    'there are 200 already; remove one first',
    'holds a phone or an identity number: say it without',
    'finds more than 200 requests, the most that are shown in the clear at once',
    'give a phone or an identity number, one of the two',
    'is in no dictionary',
    'is none of state, lead',
    'is not a region code',
    'is needed',
    'needed: name the role to give',
    'needed: the agency, as agency:<id>',
    'lies in another district: a post there is another account, so add one',
    'duty_officer is held in a region of 6 digits, not in 3203',
    'does not fit duty_officer in 320302: leave it out',
    'has to be from today to 2027-11-26, a year from now at the latest',
    'is later than the end of the token you are signed in with',
    'audit:read is more than the token you are signed in with may do',
    'begins on 2026-11-30, after its end on 2026-11-01',
    'from 2024-01-01 to 2026-11-01 is longer than 400 days',
    'excludes cursor',
    'is not an address, such as https://pager.example.gov.cn/hook',
    'carries a name or password: the signature is what it is known by',
    'has a part after #, which is never sent',
    'has to begin with https:// (http:// only to this machine)',
    'holds no holiday: every year has some',
    '2026-01-01 is not a day of 2027',
    '2027-01-01 is named twice',
    '2027-01-04 is worked anyway: name only rest days worked in exchange',
    '2027-02-07 is followed by 2027-02-08, which is missing between two days of 春节',
  ];
  for (const message of said) {
    expect(fieldMessageZh(message), message).toMatch(HAN);
    expect(fieldMessageZh(message), message).not.toMatch(/ (?:is|the|of|and) /);
  }
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

test('the hints of every screen have room in the narrowest window that shows them whole', () => {
  for (const texts of [consoleMessages.zh, consoleMessages.en])
    for (const [key, line] of Object.entries(texts).filter(([name]) => name.startsWith('hints')))
      expect(cellWidth(line), key).toBeLessThanOrEqual(80);
});
