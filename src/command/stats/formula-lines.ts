import { FIGURES, type Figure, FORMULAS } from '@district/contract/figures.ts';
import type { Language } from '../../i18n/translate.ts';

/** `响应率 = 登记后24小时内首次联系诉求人的 / 期内登记的;不计:…`, a figure a line. */
export function formulaLines(language: Language): string[] {
  return FIGURES.map((figure) => formulaLine(figure, language));
}

export function formulaLine(figure: Figure, language: Language): string {
  const { name, counts, of, leavesOut } = FORMULAS[figure];
  const formula = of ? `${counts[language]} / ${of[language]}` : counts[language];
  return language === 'zh'
    ? `${name.zh} = ${formula};不计:${leavesOut.zh}。`
    : `${name.en} = ${formula}; left out: ${leavesOut.en}.`;
}
