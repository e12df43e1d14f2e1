import type { ClockAccount, CountedDay, DueDate } from '@district/contract/types.ts';
import { calendarMessages, dayReasonMessages } from '../../i18n/messages/calendar.ts';
import { dueText, timeText } from '../../i18n/time.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { limitText } from '../../i18n/words.ts';

type Say = (key: keyof typeof calendarMessages.zh, values?: Record<string, string | number>) => string;

function sayIn(language: Language): Say {
  return (key, values) => translate(calendarMessages, language, key, values);
}

/** Both deadlines of a request, each day a line: what counts, the running total, why, and the papers at the end. */
export function clockLines(account: ClockAccount, language: Language): string[] {
  const say = sayIn(language);
  const by = say(account.startedBy);
  const { promised, statutory, startedAt } = account;
  if (startedAt === null || !promised || !statutory) return [`${account.no}  ${say('notStarted', { by })}`];
  const { extendedBy, pausedSince } = account;
  const deadline = (name: 'promised' | 'statutory', { limit, dueAt, days }: typeof promised) => [
    '',
    say(name, { limit: limitText(limit.limit, limit.unit, language), due: dueText(dueAt) }),
    ...days.map((day) => dayLine(day, language)),
  ];
  return [
    `${account.no}  ${say('started', { at: timeText(startedAt), by })}`,
    ...(extendedBy ? [say('extended', { by: limitText(extendedBy.limit, extendedBy.unit, language) })] : []),
    ...(pausedSince ? [say('paused', { since: timeText(pausedSince) })] : []),
    ...(promised.provisional || statutory.provisional ? [say('provisional')] : []),
    ...deadline('promised', promised),
    ...deadline('statutory', statutory),
    '',
    say('basis', { paper: account.basisZh }),
    ...sourceLines([...promised.days, ...statutory.days], say),
  ];
}

/** The end of a limit with the days on the way. */
export function dueLines({ dueAt, provisional, days }: DueDate, language: Language): string[] {
  const say = sayIn(language);
  return [
    dueText(dueAt),
    ...(provisional ? [say('provisional')] : []),
    ...days.map((day) => dayLine(day, language)),
    ...sourceLines(days, say),
  ];
}

const WEEKDAYS = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

export function weekdayText(date: string, language: Language): string {
  return WEEKDAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** The total stands only beside what counts, so that the eye finds the days that do not. */
function dayLine({ date, why, counted, total, name }: CountedDay, language: Language): string {
  const count = counted > 0 ? String(total) : '-';
  const reason = translate(dayReasonMessages, language, why);
  return `${date} ${weekdayText(date, language)}  ${count.padStart(5)}  ${reason}${name === null ? '' : ` ${name}`}`;
}

function sourceLines(days: readonly CountedDay[], say: Say): string[] {
  const papers = [...new Set(days.map(({ source }) => source).filter((source) => source !== null))];
  return [`${say('sources')}: ${[...papers, say('weekdays')].join('; ')}`];
}
