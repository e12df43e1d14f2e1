import type { CalendarImpact, CalendarYear } from '@district/contract/types.ts';
import { calendarMessages, dayReasonMessages } from '../../i18n/messages/calendar.ts';
import { dueText } from '../../i18n/time.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { weekdayText } from './account-lines.ts';

/** A year's calendar: its paper, then each day that is not what its weekday says. */
export function yearLines({ year, paper, version, days }: CalendarYear, language: Language): string[] {
  if (paper === null) return [translate(calendarMessages, language, 'notOut', { year })];
  return [
    translate(calendarMessages, language, 'year', { year, paper, version }),
    ...days.map(({ date, working, name }) => {
      const reason = translate(dayReasonMessages, language, working ? 'adjusted_workday' : 'holiday');
      return `${date} ${weekdayText(date, language)}  ${reason} ${name}`;
    }),
  ];
}

/** Which deadlines a calendar moves: how many, then each with its old and its new end. */
export function impactLines(impact: CalendarImpact, language: Language): string[] {
  const { movedCount, settledCount, moved } = impact;
  const left = movedCount - moved.length;
  return [
    translate(calendarMessages, language, 'wouldMove', { moved: movedCount, settled: settledCount }),
    ...moved.map(({ no, title, promised, statutory }) => {
      const change = promised ?? statutory;
      const kind = promised ? '' : `${language === 'zh' ? '法定' : 'statutory'} `;
      return `${no}  ${kind}${dueText(change?.from ?? null)} -> ${dueText(change?.to ?? null)}  ${title}`;
    }),
    ...(left > 0 ? [translate(calendarMessages, language, 'more', { n: left })] : []),
  ];
}
