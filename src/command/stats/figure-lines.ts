import type { Stats } from '@district/contract/types.ts';
import type { FigureLine } from './figure-columns.ts';

/** The groups as they come, and the total below them. */
export function figureLines({ by, rows, total }: Stats): FigureLine[] {
  return [...rows.map((row) => ({ ...row, by })), { ...total, by }];
}
