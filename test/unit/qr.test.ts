import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrLines } from '../../src/output/qr.ts';

const URI = 'https://gulou.xuzhou.example/device?user_code=BCDF-GHJK';
const ROOM = { columns: 200, rows: 100 };

/** The modules a camera would see, true where dark. */
function seen(lines: readonly string[], look: 'half-blocks' | 'two-cells'): boolean[][] {
  if (look === 'two-cells')
    return lines.map((line) => (line.match(/../g) ?? []).map((cell) => cell === '  '));
  return lines.flatMap((line) => [
    [...line].map((cell) => cell === ' ' || cell === '▄'),
    [...line].map((cell) => cell === ' ' || cell === '▀'),
  ]);
}

test.each(['half-blocks', 'two-cells'] as const)('a code in %s is the one the standard says', (look) => {
  const { data } = encode(URI, { ecc: 'L', border: 2 });
  const lines = qrLines(URI, look, ROOM) ?? [];
  expect(seen(lines, look).slice(0, data.length)).toEqual(data);
});

test('it is whole or not there at all', () => {
  const lines = qrLines(URI, 'half-blocks', ROOM) ?? [];
  const [columns, rows] = [lines[0]?.length ?? 0, lines.length];
  expect(qrLines(URI, 'half-blocks', { columns, rows })).toEqual(lines);
  expect(qrLines(URI, 'half-blocks', { columns: columns - 1, rows })).toBeNull();
  expect(qrLines(URI, 'half-blocks', { columns, rows: rows - 1 })).toBeNull();
});
