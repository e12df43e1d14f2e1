/** China keeps UTC+8 all year and has since 1991; reckoning by hand spares a one-shot command the cost of Intl. */
export const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** `2026-11-12 09:02` in Asia/Shanghai, of an instant in ISO 8601; `-` for none, and what is no instant as it came. */
export function timeText(instant: string | null): string {
  return instant === null ? '-' : (shanghai(instant) ?? instant);
}

/** `2026-11-12 09:02:31` in Asia/Shanghai, where the order of things counts. */
export function exactTimeText(instant: string): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms)
    ? instant
    : new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** As `timeText`, but a limit that ends with a day is shown as that day's 24:00 rather than the next one's 00:00. */
export function dueText(instant: string | null): string {
  const text = timeText(instant);
  if (instant === null || !text.endsWith(' 00:00')) return text;
  return `${shanghai(instant, -DAY_MS)?.slice(0, 10)} 24:00`;
}

function shanghai(instant: string, shiftMs = 0): string | undefined {
  const date = new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS + shiftMs);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-11-12` in Asia/Shanghai, of an instant in ISO 8601. */
export function shanghaiDate(instant: string): string {
  return timeText(instant).slice(0, 10);
}
