import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from '@district/contract/limits.ts';
import type { Page } from '@district/contract/types.ts';
import { commandMessages } from '../i18n/messages/command.ts';
import { figureText } from '../i18n/progress-text.ts';
import { translate } from '../i18n/translate.ts';
import { count, isOn } from './input.ts';
import type { Input, OperationContext, OptionDefinition } from './operation.ts';

export const PAGE_OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'limit',
    value: 'N',
    summary: { zh: `最多几行(默认 ${PAGE_SIZE_DEFAULT})`, en: `rows at most (default ${PAGE_SIZE_DEFAULT})` },
  },
  { name: 'all', summary: { zh: '全部列出', en: 'all rows' } },
];

/** As many rows as were asked for, page by page; `next` is set when there are more. */
export async function collectPages<T>(
  input: Input,
  context: OperationContext,
  fetchPage: (query: { limit: number; cursor?: string }) => Promise<Page<T>>,
): Promise<Page<T>> {
  const wanted = isOn(input, 'all')
    ? Number.POSITIVE_INFINITY
    : (count(input, 'limit') ?? Number(context.setting('pageSize').value));
  const items: T[] = [];
  let next: string | null = null;
  do {
    const limit = Math.min(PAGE_SIZE_MAX, wanted - items.length);
    const page: Page<T> = await fetchPage({ limit, ...(next !== null && { cursor: next }) });
    items.push(...page.items);
    next = page.next;
    const n = figureText(items.length);
    context.count(translate(commandMessages, context.language, 'listed', { n }));
  } while (next !== null && items.length < wanted);
  if (next !== null) {
    context.say(
      context.language === 'zh'
        ? `列出 ${items.length} 行,还有更多:用 --all 或 --limit N。`
        : `${items.length} shown, there are more: use --all or --limit N.`,
    );
  }
  return { items, next };
}
