import { differenceInHours } from 'date-fns/differenceInHours';
import { deadlineMessages } from '../i18n/messages/console-deadline.ts';
import { SHANGHAI_OFFSET_MS } from '../i18n/time.ts';
import { type Language, translate } from '../i18n/translate.ts';

const DAY_MS = 24 * 3_600_000;

/** `08:31:07` in Asia/Shanghai; dashes for what is no instant. */
export function clockText(atMs: number): string {
  const date = new Date(atMs + SHANGHAI_OFFSET_MS);
  return Number.isNaN(date.getTime()) ? '--:--:--' : date.toISOString().slice(11, 19);
}

/**
 * How a deadline stands in a list: `超2天`, `今18:00`, `11-26`. Reckoned by `asOfMs`, the instant of the data, so that it holds
 * still until new data come. A limit that ends at midnight belongs to the day it ends.
 */
export function deadlineText(
  dueAt: string | null,
  asOfMs: number,
  language: Language,
  paused = false,
): string {
  if (paused) return translate(deadlineMessages, language, 'paused');
  if (dueAt === null) return translate(deadlineMessages, language, 'none');
  const dueMs = Date.parse(dueAt) + SHANGHAI_OFFSET_MS;
  // What is no instant is shown as it came.
  if (Number.isNaN(new Date(dueMs).getTime())) return dueAt;
  const nowMs = asOfMs + SHANGHAI_OFFSET_MS;
  const dueDay = Math.ceil(dueMs / DAY_MS) - 1;
  const today = Math.floor(nowMs / DAY_MS);
  if (nowMs >= dueMs) {
    const days = today - dueDay;
    if (days > 0) return translate(deadlineMessages, language, 'overdueDays', { n: days });
    const hours = Math.max(1, differenceInHours(nowMs, dueMs));
    return translate(deadlineMessages, language, 'overdueHours', { n: hours });
  }
  if (dueDay === today) {
    const time = dueMs % DAY_MS === 0 ? '24:00' : new Date(dueMs).toISOString().slice(11, 16);
    return translate(deadlineMessages, language, 'today', { time });
  }
  return new Date(dueDay * DAY_MS).toISOString().slice(5, 10);
}
