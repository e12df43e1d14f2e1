import type { Operation } from '../../src/command/operation.ts';

interface ContextRow {
  name: string;
  url: string;
  current: boolean;
}

export const list: Operation<{ items: ContextRow[] }> = {
  id: 'context.list',
  summary: { zh: '列出可用的平台与身份', en: 'list platforms and identities to choose from' },
  effect: 'local',
  examples: ['district context list'],
  async *run() {
    const { findPlaces } = await import('../../src/session/places.ts');
    const { readSettings } = await import('../../src/session/settings.ts');
    const { contexts = {}, currentContext = 'sandbox' } = readSettings(findPlaces(process.env).configDir);
    const items = Object.entries(contexts).map(([name, { url }]) => ({
      name,
      url,
      current: name === currentContext,
    }));
    yield { status: 'done', value: { items } };
  },
  print: {
    columns: [
      { header: { zh: '当前', en: 'CURRENT' }, cell: ({ current }: ContextRow) => (current ? '*' : '') },
      { header: { zh: '名称', en: 'NAME' }, cell: ({ name }: ContextRow) => name },
      { header: { zh: '地址', en: 'ADDRESS' }, cell: ({ url }: ContextRow) => url },
    ],
    rows: (value) => value.items,
  },
};
