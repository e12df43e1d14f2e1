import type { ProgressRow } from '@district/contract/types.ts';
import type { Language } from './translate.ts';

/** A figure with thousands apart: `12,408`; reckoned by hand, since Intl costs a one-shot command a tenth of its time. */
export function figureText(figure: number): string {
  return String(Math.round(figure)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** `65.7%`; `-` where there is nothing to take a share of. */
export function shareText(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(1)}%`;
}

/** Percentage points with their sign: `-12.0`, `+1.3`, `0.0`. */
export function pointsText(points: number): string {
  return `${points > 0 ? '+' : ''}${points.toFixed(1)}`;
}

/** `12,408/18,900人` or `12,408/18,900 persons`: never without its unit. */
export function enteredText(
  { entered, target, unit }: Pick<ProgressRow, 'entered' | 'target' | 'unit'>,
  language: Language,
): string {
  const figures = `${figureText(entered)}/${figureText(target)}`;
  return language === 'zh' ? figures + unit.nameZh : `${figures} ${unit.nameEn}`;
}
