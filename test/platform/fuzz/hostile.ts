import fc from 'fast-check';

/** Texts that have broken programs before. */
const HOSTILE_TEXTS = [
  '\u0000',
  '路灯\u0000不亮',
  '\ud800',
  '灯\udfff坏',
  '\u202e反过来\u202c',
  '\u2066\u2069\u200b\ufeff',
  '\u001b[2J\u001b]0;title\u0007',
  'é́́́́́́́́́',
  '👨‍👩‍👧‍👦🏳️‍🌈𠮷',
  "'; drop table requests; --",
  '"; \\ %s ${7*7} {{7*7}} <script>alert(1)</script>',
  '   ',
  '\r\n\t',
  'null',
  'NaN',
  '-0',
  '1e400',
  '0000-01-01',
  '+275760-09-13',
  '2026-02-30',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00Z',
  '999999999999',
  '000000000000',
  '320302',
  '３２０３０２',
  '__proto__',
  'constructor',
  'agency:__proto__',
  'street:320303001000',
  '*',
  '../../etc/passwd',
];

/** Longer than every text field takes; shorter than the limit of a body. */
const LONG_TEXT_LENGTH = 30_000;
/** 100 KB in UTF-8. */
const LONGEST_TEXT_LENGTH = 34_000;

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...HOSTILE_TEXTS), { maxLength: 6 }).map((a) => a.join('')),
  },
  { weight: 1, arbitrary: fc.constant('a'.repeat(LONG_TEXT_LENGTH)) },
  { weight: 1, arbitrary: fc.constant('灯'.repeat(LONGEST_TEXT_LENGTH)) },
);

export const hostileNumber: fc.Arbitrary<number> = fc.constantFrom(
  0,
  -0,
  -1,
  0.5,
  61,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e300,
  5e-324,
);

const DEEP = 20_000;

/** JSON of any shape, some of it deeper than a recursive reader survives. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], { toString: 1 }, { length: -1 }, ['x', null]),
  fc.jsonValue({ maxDepth: 3 }),
);

export interface RawBody {
  bytes: string | Uint8Array<ArrayBuffer>;
  type: string;
}

const JSON_TYPE = 'application/json';
const NOT_UTF8 = new Uint8Array([0x7b, 0x22, 0x72, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0xc0, 0xaf, 0x22, 0x7d]);

/** Bodies that are not the JSON they say they are. */
export const hostileBody: fc.Arbitrary<RawBody> = fc.oneof(
  fc
    .constantFrom<RawBody['bytes']>(
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"remark":"好"}{"remark":"好"}',
      '{"__proto__":{"reason":"x"},"constructor":1}',
      '{"reason":"\\ud800","remark":"\\u0000"}',
      '{"reason":1e400}',
      '\ufeff{}',
      '['.repeat(DEEP),
      `{"remark":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`,
      `${'{"a":'.repeat(DEEP / 2)}1${'}'.repeat(DEEP / 2)}`,
      `"${'x'.repeat(200_000)}"`,
      NOT_UTF8,
    )
    .map((bytes) => ({ bytes, type: JSON_TYPE })),
  fc.record({
    bytes: fc.constantFrom('{}', '{"remark":"好"}', 'remark=x', '<a/>'),
    type: fc.constantFrom(
      '',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'application/json; charset=gbk',
      'application/jsonx',
      'application/problem+json',
      'x',
    ),
  }),
);

/** One segment of a path as it stands on the wire. */
export const hostileSegment: fc.Arbitrary<string> = fc.oneof(
  hostileText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 8_000)),
  fc.constantFrom(
    '%',
    '%ZZ',
    '%00',
    '%2F',
    '..%2f..%2f',
    '%C0%AF',
    '%ED%A0%80',
    '%FF',
    ';a=b',
    '@',
    '{no}',
    ':no',
  ),
);

/** Values that a header may carry. */
export const hostileHeader: fc.Arbitrary<string> = fc.constantFrom(
  '',
  ' ',
  '"',
  '*',
  '"*"',
  'W/"1"',
  '"1", "2"',
  '"-1"',
  '99999999999999999999',
  '"0"',
  'x'.repeat(128),
  'x'.repeat(129),
  'x'.repeat(8_000),
  'é\u00ff',
  '0.0',
  '18446744073709551615.9223372036854775807',
  '18446744073709551616.9223372036854775808',
  '99999999999999999999.9999999999999999999',
  '-1.0',
  '1',
);
