import { expect, test } from 'vitest';
import { dueText, timeText } from '../../src/i18n/time.ts';

test('times are those of Shanghai; a limit at the end of a day is its 24:00', () => {
  expect(timeText('2026-11-12T01:02:00Z')).toBe('2026-11-12 09:02');
  expect(dueText('2026-11-17T16:00:00Z')).toBe('2026-11-17 24:00');
  expect(dueText('2026-12-31T16:00:00.000Z')).toBe('2026-12-31 24:00');
  expect(dueText('2026-11-17T10:00:00Z')).toBe('2026-11-17 18:00');
  expect(dueText(null)).toBe('-');
});
