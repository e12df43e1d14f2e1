import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { unknownWord } from '../../src/command/usage-failure.ts';
import { findPlaces } from '../../src/session/places.ts';
import { changeSettings, readSettings } from '../../src/session/settings.ts';
import type { View } from '../../src/session/views.ts';

export const remove: Operation<View> = {
  id: 'views.remove',
  summary: { zh: '删除自己的一个视图', en: 'remove a view of one’s own' },
  effect: 'local',
  arguments: [
    { name: 'name', summary: { zh: '名称', en: 'name' }, required: true, variadic: false, completes: 'view' },
  ],
  examples: ['district views remove 城管超期'],
  async *run(input) {
    const name = text(input, 'name') ?? '';
    const { configDir } = findPlaces(process.env);
    const { views = {} } = readSettings(configDir);
    const q = Object.hasOwn(views, name) ? views[name] : undefined;
    if (q === undefined)
      throw unknownWord({ en: 'view of one’s own', zh: '自己的视图' }, name, Object.keys(views));
    await changeSettings(configDir, (settings) => {
      const { [name]: _removed, ...rest } = settings.views ?? {};
      return { ...settings, views: rest };
    });
    yield { status: 'done', value: { name, q } };
  },
  print: {
    lines: ({ name, q }, language) => [`${language === 'zh' ? '已删除' : 'removed'} ${name}  ${q}`],
  },
};
