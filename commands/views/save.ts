import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';
import { readableFilter } from '../../src/command/view-filter.ts';
import { findPlaces } from '../../src/session/places.ts';
import { changeSettings } from '../../src/session/settings.ts';
import type { View } from '../../src/session/views.ts';

/** Characters of a name: a menu shows it beside its filter. */
const NAME_LENGTH_MAX = 24;

export const save: Operation<View> = {
  id: 'views.save',
  summary: { zh: '把一个筛选存为视图', en: 'keep a filter under a name' },
  effect: 'local',
  arguments: [
    { name: 'name', summary: { zh: '名称', en: 'name' }, required: true, variadic: false, completes: 'view' },
  ],
  options: [
    {
      name: 'q',
      value: 'FILTER',
      required: true,
      completes: 'filter',
      summary: { zh: '筛选', en: 'the filter' },
    },
  ],
  examples: [`district views save 城管超期 --q 'is:overdue to:agency:urban_management'`],
  async *run(input, context) {
    const name = (text(input, 'name') ?? '').trim();
    if (name === '' || [...name].length > NAME_LENGTH_MAX || /\p{C}/u.test(name)) {
      throw usageFailure({
        en: `A view's name has 1 to ${NAME_LENGTH_MAX} characters.`,
        zh: `视图名称为 1 到 ${NAME_LENGTH_MAX} 个字。`,
      });
    }
    const q = readableFilter(text(input, 'q') ?? '', context);
    await changeSettings(findPlaces(process.env).configDir, (settings) => ({
      ...settings,
      views: { ...settings.views, [name]: q },
    }));
    yield { status: 'done', value: { name, q } };
  },
  print: { lines: ({ name, q }) => [`${name}  ${q}`] },
};
