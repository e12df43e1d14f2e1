import type { Operation } from '../../src/command/operation.ts';
import { findPlaces } from '../../src/session/places.ts';
import { readSettings } from '../../src/session/settings.ts';
import { allViews, type View } from '../../src/session/views.ts';

export const list: Operation<{ items: View[] }> = {
  id: 'views.list',
  summary: { zh: '列出视图:自己保存的和自带的', en: 'list views: one’s own and those that come along' },
  effect: 'local',
  examples: ['district views list'],
  async *run() {
    yield { status: 'done', value: { items: allViews(readSettings(findPlaces(process.env).configDir)) } };
  },
  print: {
    columns: [
      { header: { zh: '名称', en: 'NAME' }, cell: ({ name }: View) => name, whole: true },
      { header: { zh: '说明', en: 'ABOUT' }, cell: ({ title }: View, language) => title?.[language] ?? '' },
      { header: { zh: '筛选', en: 'FILTER' }, cell: ({ q }: View) => q },
    ],
    rows: (value) => value.items,
  },
};
