import type { TriageCard, TriageItem, TriagePage } from '@district/contract/types.ts';
import { triageMessages } from '../i18n/messages/console-triage.ts';
import { dueText, timeText } from '../i18n/time.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { suggestionText, triageKeyText } from '../i18n/triage-words.ts';
import { lightText, stateText } from '../i18n/words.ts';
import { claimLine } from './claim-line.ts';
import type { Column } from './operation.ts';

export function triageOrderText(order: TriagePage['order'], language: Language): string {
  const keys = order.map((key) => triageKeyText(key, language)).join(' > ');
  return `${language === 'zh' ? '排序' : 'order'}: ${keys}`;
}

/** `超法定2个工作日`, `超3个工作日`, `将到期`. */
export function overText(
  { pastStatutory, daysPastStatutory, daysOverdue }: TriageItem,
  language: Language,
): string {
  if (pastStatutory) return translate(triageMessages, language, 'pastStatutory', { n: daysPastStatutory });
  return daysOverdue > 0
    ? translate(triageMessages, language, 'overdue', { n: daysOverdue })
    : translate(triageMessages, language, 'dueSoon');
}

export const TRIAGE_COLUMNS: readonly Column<TriageItem>[] = [
  {
    header: { zh: '灯', en: 'LIGHT' },
    cell: ({ request: { light } }, language) => (light === null ? '-' : lightText(light, language)),
  },
  { header: { zh: '超期', en: 'OVER' }, cell: overText, whole: true },
  { header: { zh: '单号', en: 'NO' }, cell: ({ request }) => request.no, whole: true },
  { header: { zh: '诉求', en: 'TITLE' }, cell: ({ request }) => request.title },
  { header: { zh: '承办', en: 'LEAD' }, cell: ({ request }) => request.lead?.name ?? '-', priority: 1 },
  {
    header: { zh: '弱势', en: 'VULNERABLE' },
    cell: ({ request }, language) => (request.vulnerable ? (language === 'zh' ? '是' : 'yes') : '-'),
    priority: 2,
  },
  {
    header: { zh: '退回', en: 'RETURNS' },
    cell: ({ request }) => String(request.returns),
    priority: 2,
    align: 'right',
  },
  { header: { zh: '认领', en: 'CLAIMED' }, cell: ({ request }) => request.claim?.by ?? '-', priority: 1 },
];

/** A request of the queue with what is suggested, as lines. */
export function cardLines(
  { item, suggestions, similar, unit, reminderWaitsUntil }: TriageCard,
  language: Language,
): string[] {
  const zh = language === 'zh';
  const { request } = item;
  const { no, title, state, lead, promisedDueAt, statutoryDueAt } = request;
  const today = unit?.today;
  return [
    `${no}  ${title}`,
    `${overText(item, language)}  ${zh ? '承诺' : 'promised'} ${dueText(promisedDueAt)}  ${zh ? '法定' : 'statutory'} ${dueText(statutoryDueAt)}`,
    `${stateText(state, language)}  ${lead?.name ?? (zh ? '未派' : 'with nobody')}  ${zh ? `退回${request.returns} 催过${request.reminders}` : `returned ${request.returns}, reminded ${request.reminders}`}`,
    claimLine(request, language),
    ...(reminderWaitsUntil
      ? [`${zh ? '催办单等到' : 'a reminder waits until'} ${timeText(reminderWaitsUntil)}`]
      : []),
    ...(unit
      ? [
          zh
            ? `${lead?.name}名下超期 ${unit.overdue} 件${today ? `;今天的催办单 ${today.by} ${timeText(today.at)} ${today.count}件` : ''}`
            : `${unit.overdue} overdue with ${lead?.name}${today ? `; today’s reminder: ${today.by}, ${timeText(today.at)}, ${today.count}` : ''}`,
        ]
      : []),
    ...similar.map((one) => `${zh ? '相似' : 'similar'} ${one.no}  ${one.title}`),
    ...suggestions.map(
      ({ action, into }) =>
        `${zh ? '建议' : 'suggested'} ${suggestionText(action, language)}${into ? ` ${into}` : ''}`,
    ),
  ];
}
