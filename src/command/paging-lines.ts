import type { PagingPage, PagingStep } from '@district/contract/types.ts';
import { timeText } from '../i18n/time.ts';
import type { Language } from '../i18n/translate.ts';
import { pageStateText, pagingCauseText } from '../i18n/triage-words.ts';
import type { Column } from './operation.ts';

export const STEP_COLUMNS: readonly Column<PagingStep>[] = [
  { header: { zh: '区县', en: 'DISTRICT' }, cell: ({ district }) => district, priority: 2 },
  { header: { zh: '级', en: 'STEP' }, cell: ({ step }) => String(step), align: 'right' },
  { header: { zh: '情形', en: 'CAUSE' }, cell: ({ cause }, language) => pagingCauseText(cause, language) },
  { header: { zh: '超过', en: 'AFTER' }, cell: ({ afterHours }) => `${afterHours}h`, align: 'right' },
  { header: { zh: '叫谁', en: 'WHO' }, cell: ({ who }) => who },
  { header: { zh: '地址', en: 'URL' }, cell: ({ url }) => url, priority: 1 },
  { header: { zh: '设定人', en: 'SET BY' }, cell: ({ setBy }) => setBy ?? '-', priority: 3 },
];

export const PAGE_COLUMNS: readonly Column<PagingPage>[] = [
  { header: { zh: '时间', en: 'AT' }, cell: ({ at }) => timeText(at), whole: true },
  { header: { zh: '级', en: 'STEP' }, cell: ({ step }) => String(step), align: 'right' },
  { header: { zh: '叫谁', en: 'WHO' }, cell: ({ who }) => who },
  {
    header: { zh: '情形', en: 'CAUSE' },
    cell: ({ cause, exercise }, language) =>
      exercise ? (language === 'zh' ? '演练' : 'exercise') : pagingCauseText(cause, language),
  },
  { header: { zh: '件数', en: 'COUNT' }, cell: ({ count }) => String(count), align: 'right' },
  {
    header: { zh: '结果', en: 'OUTCOME' },
    cell: ({ state }, language) => pageStateText(state, language),
    whole: true,
  },
  { header: { zh: '回应', en: 'ANSWER' }, cell: ({ answer }) => answer ?? '-', priority: 1 },
  {
    header: { zh: '次', en: 'TRIES' },
    cell: ({ attempts }) => String(attempts),
    priority: 2,
    align: 'right',
  },
];

export function stepLines(step: PagingStep, language: Language): string[] {
  const { district, step: number, cause, afterHours, who, url } = step;
  const zh = language === 'zh';
  return [
    zh
      ? `${district} 第${number}级  ${pagingCauseText(cause, 'zh')} ${afterHours} 小时后叫 ${who}  ${url}`
      : `${district} step ${number}  ${pagingCauseText(cause, 'en')} for ${afterHours} h: ${who}  ${url}`,
  ];
}
