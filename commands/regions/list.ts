import type { Page, Region } from '@district/contract/types.ts';
import { REGION_LEVELS, type RegionLevel } from '@district/contract/vocabulary.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';
import { regionOf } from '../../src/command/region-option.ts';
import { regionLevelText } from '../../src/i18n/words.ts';

export const list: Operation<Page<Region>> = {
  id: 'regions.list',
  summary: { zh: '列出辖区', en: 'list regions of one’s own subtree' },
  effect: 'read',
  options: [
    { name: 'level', value: 'LEVEL', choices: REGION_LEVELS, summary: { zh: '层级', en: 'level' } },
    { name: 'parent', value: 'CODE', summary: { zh: '上级区划代码', en: 'code of the region above' } },
    ...PAGE_OPTIONS,
  ],
  examples: ['district regions list --level street', 'district regions list --parent 320302003'],
  async *run(input, context) {
    const level = text(input, 'level') as RegionLevel | undefined;
    const parent = regionOf(input, 'parent');
    const client = await context.client();
    const filter = { ...(level && { level }), ...(parent !== undefined && { parent }) };
    yield {
      status: 'done',
      value: await collectPages(input, context, (page) =>
        client.listRegions({ ...filter, ...page }, context.signal),
      ),
    };
  },
  print: {
    columns: [
      { header: { zh: '代码', en: 'CODE' }, cell: ({ code }: Region) => code, whole: true },
      {
        header: { zh: '层级', en: 'LEVEL' },
        cell: ({ level }: Region, language) => regionLevelText(level, language),
      },
      { header: { zh: '名称', en: 'NAME' }, cell: ({ name }: Region) => name },
    ],
    rows: (page) => page.items,
  },
};
