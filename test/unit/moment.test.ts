import { expect, test } from 'vitest';
import { snoozeEnd } from '../../src/command/moment.ts';
import { ExpectedFailure } from '../../src/command/operation.ts';

/** 2026-11-25 08:31 in Asia/Shanghai. */
const NOW_MS = Date.parse('2026-11-25T00:31:00Z');

test.each([
  ['14:00', '2026-11-25T06:00:00.000Z'],
  ['8:30', '2026-11-26T00:30:00.000Z'],
  ['2h', '2026-11-25T02:31:00.000Z'],
  ['30m', '2026-11-25T01:01:00.000Z'],
  ['2026-11-27 08:30', '2026-11-27T00:30:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(snoozeEnd(text, NOW_MS)).toBe(instant);
});

test.each(['', 'later', '25:00', '2026-13-40 08:30', '2d'])('%j is no time', (text) => {
  expect(() => snoozeEnd(text, NOW_MS)).toThrow(ExpectedFailure);
});
