import { expect, test } from 'vitest';
import { keptCells } from '../../src/terminal/kept-cells.ts';

class Caches {
  styledChars = new Map<string, unknown>();
}

test('one frame hands its cells on to the next, until they are too many', () => {
  const first = keptCells(Caches);
  expect(keptCells(Caches)).toBe(first);
  for (let line = 0; line <= 400; line += 1) first.styledChars.set(`line ${line}`, []);
  const later = keptCells(Caches);
  expect(later).not.toBe(first);
  expect(later.styledChars.size).toBe(0);
});
