import { text } from '../input.ts';
import type { Input, OptionDefinition } from '../operation.ts';
import { quoted, usageFailure } from '../usage-failure.ts';

/** Days in Asia/Shanghai, both included. */
export interface Period {
  from: string;
  to: string;
}

export const PERIOD_OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'month',
    value: 'MONTH',
    summary: { zh: '月份,如 2026-09;默认本月至今', en: 'a month such as 2026-09; else this one up to today' },
  },
  {
    name: 'from',
    value: 'DATE',
    summary: {
      zh: '首日(北京时间),默认末日当月1日',
      en: 'first day (Beijing time); else the 1st of the last month',
    },
  },
  {
    name: 'to',
    value: 'DATE',
    summary: { zh: '末日(含),默认今天', en: 'last day, included; today unless told' },
  },
];

/** What a command line asks for; left out, the platform's own choice. Throws a usage failure. */
export function periodOf(input: Input): Partial<Period> {
  const [month, from, to] = [text(input, 'month'), text(input, 'from'), text(input, 'to')];
  if (month === undefined) {
    return {
      ...(from !== undefined && { from: dateOf('from', from) }),
      ...(to !== undefined && { to: dateOf('to', to) }),
    };
  }
  if (from !== undefined || to !== undefined)
    throw usageFailure({
      en: '--month is a period by itself: leave out --from and --to.',
      zh: '--month 已是一段期间,不与 --from、--to 同用。',
    });
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(month)) return monthPeriod(month);
  throw usageFailure(
    { en: `--month ${quoted(month)} is no month.`, zh: `--month ${quoted(month)} 不是月份。` },
    { en: 'Write it as 2026-09.', zh: '写作 2026-09。' },
  );
}

function dateOf(name: string, given: string): string {
  const date = /^20\d{2}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T00:00:00Z`) : undefined;
  if (date && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(given)) return given;
  throw usageFailure(
    { en: `--${name} ${quoted(given)} is no date.`, zh: `--${name} ${quoted(given)} 不是日期。` },
    { en: 'Write it as 2026-09-30.', zh: '写作 2026-09-30。' },
  );
}

/** From the first to the last day of `2026-09`. */
export function monthPeriod(month: string): Period {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** The month so many after (or, negative, before) another. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
