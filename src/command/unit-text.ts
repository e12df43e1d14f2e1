import { formatUnit, parseUnit } from '@district/contract/assignee.ts';
import { usageFailure } from './usage-failure.ts';

/** A unit in the contract's spelling; region prefixes are completed. Throws a usage failure that names the flag. */
export function unitText(text: string, flag: string): string {
  const unit = parseUnit(text);
  if (unit) return formatUnit(unit);
  throw usageFailure(
    {
      en: `${flag} ${JSON.stringify(text)} names no unit.`,
      zh: `${flag} ${JSON.stringify(text)} 不是单位。`,
    },
    {
      en: 'Write agency:ID, street:CODE or community:CODE; district agencies list shows the ids.',
      zh: '写作 agency:标识、street:代码 或 community:代码;district agencies list 列出标识。',
    },
  );
}
