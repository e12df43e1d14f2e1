import { listMessages } from '../../i18n/messages/console-list.ts';
import { figureText } from '../../i18n/progress-text.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import type { ListPages } from './paged.ts';

/** Where in a list its cursor is: what is not known is not said. Numbers that were counted on the way are said to be about. */
export function positionText(pages: ListPages<unknown>, cursor: number, language: Language): string {
  const rows = pages.pages.reduce((sum, { items }) => sum + items.length, 0);
  const before = pages.pages[0]?.before ?? null;
  const after = pages.pages.at(-1)?.after ?? null;
  const say = (key: keyof typeof listMessages.zh, values: Record<string, number>, isSure: boolean) => {
    const text = translate(
      listMessages,
      language,
      key,
      Object.fromEntries(Object.entries(values).map(([name, n]) => [name, figureText(n)])),
    );
    return isSure ? text : translate(listMessages, language, 'about', { text });
  };
  if (before !== null && after !== null)
    return say('ofAll', { at: before + cursor + 1, n: before + rows + after }, before === 0 && after === 0);
  if (before !== null) return say('fromFirst', { at: before + cursor + 1 }, before === 0);
  return say('fromLast', { at: (after ?? 0) + rows - cursor }, after === 0);
}
