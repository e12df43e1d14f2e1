import fc from 'fast-check';

/** What drives a terminal, with 7-bit and 8-bit introducers: each does something that an emulator shows. */
const SEQUENCES = [
  '\u001b[2J',
  '\u001b[5A\u001b[10C',
  '\u009b3B',
  '\u001b[?25l',
  '\u001b[?1049h',
  '\u001b[6n',
  '\u001b[c',
  '\u001bc',
  '\u001b]0;owned\u0007',
  '\u009d2;owned\u009c',
  '\u001b]52;c;cm0gLXJmIH4=\u0007',
  '\u001b]8;;http://evil.example\u001b\\',
  '\u001bP$q m\u001b\\',
  '\u0090+q544e\u009c',
  '\u001b_G\u001b\\',
  '\u001b^pm\u001b\\',
  '\u001bX sos',
  '\u001b[8m',
  '\u001b[31;40m',
  '\u000e',
  '\u000f',
];
const CONTROLS = [
  '\0',
  '\u0007',
  '\b',
  '\t',
  '\n',
  '\u000b',
  '\f',
  '\r',
  '\r\n',
  '\u007f',
  '\u0084',
  '\u0085',
];
const REORDERING = ['\u202a', '\u202b', '\u202d', '\u202e', '\u202c', '\u2066', '\u2067', '\u2068', '\u2069'];
const INVISIBLE = [
  '\u061c',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u2060',
  '\u2064',
  '\u00ad',
  '\u034f',
  '\u115f',
  '\u1160',
  '\u3164',
  '\uffa0',
  '\ufeff',
  '\ufff9',
  '\u180e',
  '\u{e0001}',
  '\u{e0041}',
  '\u{e007f}',
  '\u{1d173}',
  '\uffff',
  '\ufe0e',
  '\ufe0f',
  '\ufe00',
  '\u{e0100}',
];
const BROKEN = ['\ud800', '\udfff', '\udc00\ud800'];
const STORMS = ['\u0301'.repeat(60), 'e\u0323\u0302'.repeat(9), '\u0e49'.repeat(40), '\u20dd'.repeat(12)];
const FORMULAS = ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '＝1', '\t=1', ' =1', '\u00a0=1', '";=1', "'=1"];

/** What people are called and write. It must come through as it is. */
export const LEGITIMATE = [
  '路灯不亮,老人夜里摔倒',
  '“小区北门”——三盏路灯…',
  '𠮷野家的𫞩𬙂𭕄𮯠𰀀𱁬',
  '葛\u{e0100}城',
  '神\ufe00社',
  'مەمەت ئىمىن ئابدۇللا',
  'می‌خواهم',
  'བསྒྲུབས་ཆེན',
  'ᠮᠣᠩᠭᠣᠯ\u180b',
  'ꆈꌠꁱꂷ',
  'Nguyễn Văn Ất',
  'é 👨‍👩‍👧‍👦 👩🏽‍⚕️ 🏳️‍🌈 ❤️ 1️⃣ 🇨🇳',
  'क्‍ष',
  '한국어 가',
];

export const HOSTILE_PARTS: readonly string[] = [
  ...SEQUENCES,
  ...CONTROLS,
  ...REORDERING,
  ...INVISIBLE,
  ...BROKEN,
  ...STORMS,
  ...FORMULAS,
];

/** Texts of residents at their worst: what drives, breaks, hides and reorders, between what is said in earnest. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_PARTS) },
      { weight: 2, arbitrary: fc.constantFrom(...LEGITIMATE) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));
