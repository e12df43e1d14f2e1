import { FILTER_LENGTH_MAX } from '@district/contract/limits.ts';
import { text } from './input.ts';
import type { Input, OperationContext, OptionDefinition } from './operation.ts';
import { usageFailure } from './usage-failure.ts';

/** How a filter of requests is given on the command line. */
export const FILTER_OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'q',
    value: 'FILTER',
    completes: 'filter',
    summary: { zh: '筛选,与控制台相同', en: 'filter, as in the console' },
  },
  {
    name: 'view',
    value: 'NAME',
    completes: 'view',
    summary: { zh: '用保存的视图(district views list)', en: 'a saved view (district views list)' },
  },
];

/** The view and the filter together; undefined where neither was given. Throws a usage failure when they are too long to be sent. */
export async function filterOf(input: Input, context: OperationContext): Promise<string | undefined> {
  const parts = [await viewed(text(input, 'view'), context), text(input, 'q')];
  const q = parts.filter((part) => part !== undefined).join(' ');
  if (q.length > FILTER_LENGTH_MAX) {
    throw usageFailure({
      en: `The filter has ${q.length} characters; ${FILTER_LENGTH_MAX} is the most. Shorten it, or put numbers on standard input instead.`,
      zh: `筛选有 ${q.length} 个字,最多 ${FILTER_LENGTH_MAX} 个。请缩短;单号多时改用标准输入。`,
    });
  }
  return q === '' ? undefined : q;
}

/** What reads a filter is loaded only where there is a view to read. */
async function viewed(view: string | undefined, context: OperationContext): Promise<string | undefined> {
  if (view === undefined) return undefined;
  const { viewFilter } = await import('./view-filter.ts');
  return viewFilter(view, context);
}
