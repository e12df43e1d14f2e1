import { text } from '../input.ts';
import type { Input } from '../operation.ts';
import { quoted, usageFailure } from '../usage-failure.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The instant an option names, in UTC. A date or a time without a zone is Asia/Shanghai's; a date alone is the beginning of its day, and
 * where something lasts until then (`end`), its end.
 */
export function instantOf(input: Input, name: string, edge: 'begin' | 'end'): string | undefined {
  const value = text(input, name);
  if (value === undefined) return undefined;
  const [, date, time = '', zone = '+08:00'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?(Z|[+-]\d{2}:\d{2})?$/.exec(value) ?? [];
  const ms = Date.parse(`${date}T${time || '00:00'}${zone}`);
  if (date === undefined || Number.isNaN(ms)) {
    throw usageFailure(
      { en: `--${name} ${quoted(value)} is not a time.`, zh: `--${name} ${quoted(value)} 不是时间。` },
      { en: 'Write it as 2026-10-08 or 2026-10-08T08:30.', zh: '写作 2026-10-08 或 2026-10-08T08:30。' },
    );
  }
  return new Date(ms + (edge === 'end' && time === '' ? DAY_MS : 0)).toISOString();
}
