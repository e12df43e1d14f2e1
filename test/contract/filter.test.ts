import { formatFilter } from '@district/contract/filter/format.ts';
import { FILTER_KEYS, parseFilter } from '@district/contract/filter/parse.ts';
import { FILTER_LENGTH_MAX, FILTER_TERMS_MAX } from '@district/contract/limits.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterTerms } from './filter-terms.ts';

function errorOf(filter: string) {
  const result = parseFilter(filter);
  return result.ok ? undefined : result.error;
}

describe('the filter language', () => {
  test('reads the sentence a duty officer types', () => {
    expect(
      parseFilter('is:overdue street:320302003 to:agency:civil_affairs -state:suspended age:>3d 路灯'),
    ).toEqual({
      ok: true,
      terms: [
        { key: 'is', values: ['overdue'], negated: false },
        { key: 'region', values: ['320302003'], negated: false },
        { key: 'to', values: [{ kind: 'agency', id: 'civil_affairs' }], negated: false },
        { key: 'state', values: ['suspended'], negated: true },
        { key: 'age', comparison: '>', hours: 72, negated: false },
        { key: 'text', values: ['路灯'], negated: false },
      ],
    });
  });

  test('keeps spaces and colons inside quotes', () => {
    expect(parseFilter('"is: 楼道 灯"')).toEqual({
      ok: true,
      terms: [{ key: 'text', values: ['is: 楼道 灯'], negated: false }],
    });
  });

  test('takes several values of one key as alternatives', () => {
    expect(parseFilter('state:accepted,assigned')).toEqual({
      ok: true,
      terms: [{ key: 'state', values: ['accepted', 'assigned'], negated: false }],
    });
  });

  test.each<[string, object]>([
    ['路灯,电梯', { key: 'text', values: ['路灯', '电梯'] }],
    ['"楼道 灯,坏",电梯', { key: 'text', values: ['楼道 灯,坏', '电梯'] }],
    ['"-灯"', { key: 'text', values: ['-灯'] }],
    ['light:red,none', { key: 'light', values: ['red', 'none'] }],
    [
      'rating:dissatisfied,very_dissatisfied',
      { key: 'rating', values: ['dissatisfied', 'very_dissatisfied'] },
    ],
    ['assistant:agency:housing', { key: 'assistant', values: [{ kind: 'agency', id: 'housing' }] }],
    ['unit:street:320302003', { key: 'unit', values: [{ kind: 'street', id: '320302003000' }] }],
    ['external:12345-2611', { key: 'external', values: ['12345-2611'] }],
    ['no:gl2611', { key: 'no', values: ['GL2611'] }],
    ['idle:>=6d', { key: 'idle', comparison: '>=', hours: 144 }],
    ['due:<=tomorrow', { key: 'due', comparison: '<=', date: 'tomorrow' }],
    ['statutory:2026-10-08', { key: 'statutory', comparison: '=', date: '2026-10-08' }],
    ['reminders:0', { key: 'reminders', comparison: '=', count: 0 }],
    ['gl261112-0042', { key: 'no', values: ['GL261112-0042'] }],
    ['GL261112-00,GL261113', { key: 'no', values: ['GL261112-00', 'GL261113'] }],
    ['"GL261112-0042"', { key: 'text', values: ['GL261112-0042'] }],
    ['"GL261112-0042",GL261113', { key: 'text', values: ['GL261112-0042', 'GL261113'] }],
    ['no:"GL261112-0042"', { key: 'no', values: ['GL261112-0042'] }],
    ['GL261112-0042路灯', { key: 'text', values: ['GL261112-0042路灯'] }],
  ])('reads %s', (filter, term) => {
    expect(parseFilter(filter)).toEqual({ ok: true, terms: [{ ...term, negated: false }] });
  });

  test('what was read is written so that it reads the same', () => {
    fc.assert(
      fc.property(filterTerms(), (terms) => {
        expect(parseFilter(formatFilter(terms))).toEqual({ ok: true, terms });
      }),
      { numRuns: 500 },
    );
  });

  test('whatever can be read is written so that it reads the same', () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      ':',
      '-',
      ' ',
      '灯',
      'is',
      'open',
      'item',
      'x',
      '\u3000',
      '\n',
      '路',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const parsed = parseFilter(pieces.join(''));
        if (parsed.ok) expect(parseFilter(formatFilter(parsed.terms))).toEqual(parsed);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['is:overdu', { code: 'unknown_value', at: 0, length: 9, word: 'is:overdu', suggestion: 'overdue' }],
    [
      '路灯 sate:closed',
      { code: 'unknown_key', at: 3, length: 11, word: 'sate:closed', suggestion: 'state:' },
    ],
    // Nothing is near enough: a wrong guess helps nobody.
    ['filed:>3d', { code: 'unknown_key', at: 0, length: 9, word: 'filed:>3d' }],
    ['state:accepted,', { code: 'empty_value', at: 0, length: 15, word: 'state:accepted,' }],
    ['age:>3', { code: 'bad_age', at: 0, length: 6, word: 'age:>3', suggestion: 'age:>3d' }],
    ['state:', { code: 'empty_value', at: 0, length: 6, word: 'state:' }],
    ['street:32030x', { code: 'bad_region', at: 0, length: 13, word: 'street:32030x' }],
    [
      'to:urban',
      { code: 'bad_unit', at: 0, length: 8, word: 'to:urban', suggestion: 'agency:civil_affairs' },
    ],
    [
      'due:<2026-02-30',
      { code: 'bad_date', at: 0, length: 15, word: 'due:<2026-02-30', suggestion: 'due:<2026-10-08' },
    ],
    ['a "b', { code: 'unclosed_quote', at: 2, length: 1, word: '"' }],
  ])('points at the word it cannot read: %s', (filter, error) => {
    expect(errorOf(filter)).toEqual(error);
  });

  test('refuses a filter that is too long or has too many terms', () => {
    expect(errorOf('灯'.repeat(FILTER_LENGTH_MAX + 1))?.code).toBe('too_long');
    expect(errorOf('灯 '.repeat(FILTER_TERMS_MAX + 1))?.code).toBe('too_many_terms');
  });

  test('never throws, and an error always points into the filter', () => {
    const key = fc.constantFrom(...FILTER_KEYS, 'nonsense', '');
    const word = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.tuple(key, fc.string()).map((parts) => parts.join(':')),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const filter = words.join(' ');
        const error = errorOf(filter);
        if (!error) return;
        expect(error.at + error.length).toBeLessThanOrEqual(filter.length);
        if (error.code !== 'unclosed_quote')
          expect(filter.slice(error.at, error.at + error.length)).toBe(error.word);
      }),
    );
  });

  test('a negated term differs from its positive in nothing else', () => {
    const term = fc.constantFrom(
      'is:open',
      'state:closed',
      'to:none',
      'age:>2d',
      'due:2026-10-08',
      'returns:>=1',
      '路灯',
    );
    fc.assert(
      fc.property(term, (word) => {
        const [positive, negative] = [parseFilter(word), parseFilter(`-${word}`)];
        if (!positive.ok || !negative.ok) throw new Error('both are right');
        expect(negative.terms).toEqual(positive.terms.map((each) => ({ ...each, negated: true })));
      }),
    );
  });
});
