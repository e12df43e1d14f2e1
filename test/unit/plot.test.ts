import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellWidth } from '../../src/output/cell-width.ts';
import { markedBar, progressBar, sparkline } from '../../src/output/plot.ts';

test('a bar fills as the work goes on, and is full only at its end', () => {
  expect([0, 74, 150, 299, 300].map((done) => progressBar(done, 300, 12))).toEqual([
    '[..........]',
    '[##........]',
    '[#####.....]',
    '[#########.]',
    '[##########]',
  ]);
  expect(progressBar(0, 0, 6)).toBe('[....]');
});

test('a bar with a mark says how far it is and how far it should be', () => {
  expect(markedBar(0.6, 0.77, 10)).toBe('######-|--');
  expect(markedBar(0.9, 0.5, 10)).toBe('#####|###-');
  expect(markedBar(1, 1, 10)).toBe('#########|');
});

test('bars take their columns whatever the figures', () => {
  const figure = fc.double({ min: 0, max: 3, noNaN: true });
  fc.assert(
    fc.property(figure, figure, fc.integer({ min: 2, max: 40 }), (one, other, columns) => {
      for (const bar of [progressBar(one, other, columns), markedBar(one, other, columns)]) {
        expect(bar).toMatch(/^[\x20-\x7e]+$/);
        expect(bar).toHaveLength(columns);
      }
    }),
  );
});

/** How high the dots stand in each column. */
function heights(plot: string): number[] {
  const count = (dots: number) => [0x01, 0x02, 0x04, 0x40].filter((dot) => dots & dot).length;
  const columns = [...plot].flatMap((cell) => {
    const dots = (cell.codePointAt(0) ?? 0) - 0x2800;
    return [count(dots), count(((dots & 0x38) >> 3) | ((dots & 0x80) >> 1))];
  });
  return columns;
}

test('a plot rises from one dot to four', () => {
  expect(sparkline([1, 2, 3, 4], [1, 4])).toBe('⣠⣾');
  expect(heights('⣠⣾')).toEqual([1, 2, 3, 4]);
  expect(sparkline([2, 2, 2], [2, 2])).toBe('⣀⡀');
  expect(sparkline([], [0, 0])).toBe('');
});

test('a plot is higher where the value is, in Braille alone, two values a cell of one column', () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, (series) => {
      const plot = sparkline(series, [Math.min(...series), Math.max(...series)]);
      expect(plot).toMatch(/^[\u2801-\u28ff]+$/);
      expect(cellWidth(plot)).toBe(Math.ceil(series.length / 2));
      const drawn = heights(plot).slice(0, series.length);
      for (const [at, value] of series.entries())
        for (const [other, there] of series.entries())
          if (value > there) expect(drawn[at]).toBeGreaterThanOrEqual(drawn[other] ?? 0);
    }),
  );
});
