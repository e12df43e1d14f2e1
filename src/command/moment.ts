import { SHANGHAI_OFFSET_MS, shanghaiDate } from '../i18n/time.ts';
import { quoted, usageFailure } from './usage-failure.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * An instant as people write it, in Asia/Shanghai: `14:00` (the next one), `2026-11-26 08:30`, or hours and minutes from now (`2h`, `30m`).
 * Throws a usage failure for anything else.
 */
export function snoozeEnd(text: string, nowMs: number): string {
  const at = read(text.trim(), nowMs);
  if (at !== undefined && !Number.isNaN(at)) return new Date(at).toISOString();
  throw usageFailure(
    { en: `${quoted(text)} is no time.`, zh: `${quoted(text)} 不是时间。` },
    {
      en: 'A time is 14:00, 2026-11-26 08:30, 2h or 30m.',
      zh: '时间写作 14:00、2026-11-26 08:30、2h 或 30m。',
    },
  );
}

function read(text: string, nowMs: number): number | undefined {
  const span = /^(\d{1,3})(h|m)$/.exec(text);
  if (span) return nowMs + Number(span[1]) * (span[2] === 'h' ? HOUR_MS : HOUR_MS / 60);
  const ofDay = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (ofDay) {
    const at = instant(
      shanghaiDate(new Date(nowMs).toISOString()),
      `${ofDay[1]?.padStart(2, '0')}:${ofDay[2]}`,
    );
    return at > nowMs ? at : at + DAY_MS;
  }
  const whole = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(text);
  return whole ? instant(whole[1] ?? '', whole[2] ?? '') : undefined;
}

function instant(date: string, time: string): number {
  return Date.parse(`${date}T${time}:00Z`) - SHANGHAI_OFFSET_MS;
}
