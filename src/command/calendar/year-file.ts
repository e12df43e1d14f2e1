import type { SetCalendarYear } from '@district/contract/types.ts';
import type { OptionDefinition } from '../operation.ts';
import { readTextFile } from '../read-text-file.ts';
import { quoted, usageFailure } from '../usage-failure.ts';

export const YEAR_ARGUMENT = {
  name: 'year',
  summary: { zh: '年份', en: 'year' },
  required: true,
  variadic: false,
} as const;

export const YEAR_FILE_OPTION: OptionDefinition = {
  name: 'file',
  value: 'FILE',
  required: true,
  summary: {
    zh: '全年安排的 JSON,格式同 calendar show --json',
    en: 'the whole year as JSON, as calendar show --json writes it',
  },
};

export function yearOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw usageFailure(
    { en: `${quoted(text)} is not a year.`, zh: `${quoted(text)} 不是年份。` },
    { en: 'Write four digits, such as 2027.', zh: '请写四位数字,如 2027。' },
  );
}

/** The paper and the days of a file; the rest of what `show` writes may stand in it and is left alone. */
export async function readYearFile(path: string): Promise<SetCalendarYear> {
  const text = await readTextFile(path);
  const shape = {
    en: 'It must hold {"paper": "…", "days": [{"date": "2027-01-01", "working": false, "name": "元旦"}, …]}.',
    zh: '内容应为 {"paper": "…", "days": [{"date": "2027-01-01", "working": false, "name": "元旦"}, …]}。',
  };
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw usageFailure({ en: `${path} is not JSON.`, zh: `${path} 不是 JSON。` }, shape);
  }
  const { paper, days } = (read ?? {}) as Partial<SetCalendarYear>;
  if (typeof paper === 'string' && Array.isArray(days)) return { paper, days };
  throw usageFailure({ en: `${path} has no paper or no days.`, zh: `${path} 中没有 paper 或 days。` }, shape);
}
