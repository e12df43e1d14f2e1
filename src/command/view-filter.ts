import { parseFilter } from '@district/contract/filter/parse.ts';
import type { FilterError } from '@district/contract/filter/terms.ts';
import { findPlaces } from '../session/places.ts';
import { readSettings } from '../session/settings.ts';
import { allViews, findView } from '../session/views.ts';
import { filterSentence, pointedAt } from './filter-failure.ts';
import type { OperationContext } from './operation.ts';
import { unknownWord, usageFailure } from './usage-failure.ts';

/** The filter of a saved view. Throws a usage failure when there is none of that name, or when it cannot be read any more. */
export function viewFilter(
  name: string,
  context: Pick<OperationContext, 'say'>,
  settings = readSettings(findPlaces(process.env).configDir),
): string {
  const view = findView(settings, name);
  if (!view)
    throw unknownWord(
      { en: 'view', zh: '视图' },
      name,
      allViews(settings).map((known) => known.name),
    );
  return readableFilter(view.q, context, { en: `View ${view.name}: `, zh: `视图 ${view.name}:` });
}

/** The filter itself, once it is known to be readable; else its word is pointed at and a usage failure thrown. */
export function readableFilter(
  q: string,
  context: Pick<OperationContext, 'say'>,
  before = { en: '', zh: '' },
): string {
  const parsed = parseFilter(q);
  if (parsed.ok) return q;
  throw wrongFilter(q, parsed.error, context, before);
}

function wrongFilter(
  q: string,
  error: FilterError,
  { say }: Pick<OperationContext, 'say'>,
  before: { en: string; zh: string },
) {
  for (const line of pointedAt(q, error)) say(line);
  const { en, zh } = filterSentence(error);
  return usageFailure({ en: `${before.en}${en}`, zh: `${before.zh}${zh}` });
}
