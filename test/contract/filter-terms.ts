import type { FilterTerm } from '@district/contract/filter/terms.ts';
import { IS_VALUES, NAMED_DAYS } from '@district/contract/filter/terms.ts';
import {
  APPROVAL_KINDS,
  LIGHTS,
  RATINGS,
  REQUEST_SOURCES,
  REQUEST_STATES,
  SERVICE_CATEGORIES,
} from '@district/contract/vocabulary.ts';
import fc from 'fast-check';

function some<T>(values: readonly T[], maxLength = 3): fc.Arbitrary<T[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength });
}

const UNITS = [
  { kind: 'agency', id: 'urban_management' },
  { kind: 'agency', id: 'housing' },
  { kind: 'street', id: '320302004000' },
  { kind: 'community', id: '320302004001' },
  'none',
] as const;
export const FILTER_ITEMS = ['street_light_repair', 'minimum_living_allowance', 'noise', '甲 乙'];
const comparison = fc.constantFrom('<', '<=', '=', '>=', '>');
const day = fc.oneof(
  fc.constantFrom(...NAMED_DAYS),
  fc
    .integer({ min: -40, max: 40 })
    .map((days) => new Date(Date.UTC(2026, 10, 25 + days)).toISOString().slice(0, 10)),
);
const hours = fc.oneof(
  fc.integer({ min: 0, max: 9_999 }),
  fc.integer({ min: 0, max: 9_999 }).map((days) => days * 24),
  fc.integer({ min: 0, max: 9_999 }).map((weeks) => weeks * 168),
);
const TEXTS = [
  '路灯',
  '电梯',
  '灯',
  'is:open',
  '-灯',
  '小区 北门',
  '路灯,电梯',
  'noisy',
  '3号楼',
  '。',
  'GL261112-0042',
];

const test: fc.Arbitrary<object> = fc.oneof(
  fc.record({ key: fc.constant('is'), values: some(IS_VALUES) }),
  fc.record({ key: fc.constant('state'), values: some(REQUEST_STATES) }),
  fc.record({ key: fc.constant('light'), values: some([...LIGHTS, 'none']) }),
  fc.record({
    key: fc.constant('region'),
    values: some(['32', '3203', '320302', '320302004', '320302004001', '320302005', '320303', 'none']),
  }),
  fc.record({ key: fc.constantFrom('to', 'assistant', 'unit'), values: some(UNITS) }),
  fc.record({ key: fc.constant('category'), values: some(SERVICE_CATEGORIES) }),
  fc.record({ key: fc.constant('item'), values: some(FILTER_ITEMS) }),
  fc.record({ key: fc.constant('source'), values: some(REQUEST_SOURCES) }),
  fc.record({ key: fc.constant('approval'), values: some([...APPROVAL_KINDS, 'none']) }),
  fc.record({ key: fc.constant('rating'), values: some([...RATINGS, 'none']) }),
  fc.record({
    key: fc.constant('no'),
    values: some(['GL', 'GL261125-0001', 'GL261125-000', 'GL261125-00', 'YL', 'GL261125-0100']),
  }),
  fc.record({ key: fc.constant('external'), values: some(['12345-', '12345-261112-1', '热线', 'x']) }),
  fc.record({ key: fc.constantFrom('age', 'idle'), comparison, hours }),
  fc.record({ key: fc.constantFrom('due', 'statutory', 'submitted', 'acted'), comparison, date: day }),
  fc.record({
    key: fc.constantFrom('returns', 'reminders', 'round'),
    comparison,
    count: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({ key: fc.constant('text'), values: some(TEXTS) }),
);

/** Terms of the filter language, each key of it among them. */
export function filterTerms(): fc.Arbitrary<FilterTerm[]> {
  const term = fc.tuple(test, fc.boolean()).map(([made, negated]) => ({ ...made, negated }) as FilterTerm);
  return fc.array(term, { maxLength: 4 });
}
