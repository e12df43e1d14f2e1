import type { PagingPage } from '@district/contract/types.ts';
import type { Operation } from '../../src/command/operation.ts';
import { PAGE_COLUMNS } from '../../src/command/paging-lines.ts';
import { STEP_ARGUMENT, stepOf } from '../../src/command/paging-step.ts';
import { DISTRICT_OPTION, districtOf } from '../../src/command/region-option.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const test: Operation<PagingPage> = {
  id: 'paging.test',
  summary: {
    zh: '试叫一次,标明演练;没有送到以 10 退出',
    en: 'page once, marked as an exercise; exits with 10 when it did not arrive',
  },
  effect: 'write',
  isCheck: true,
  arguments: [STEP_ARGUMENT],
  options: [DISTRICT_OPTION, ...WRITE_OPTIONS],
  examples: ['district paging test 1'],
  async *run(input, context) {
    const district = districtOf(input);
    const options = { ...writeOptions(input), ...district };
    const value = await (await context.client()).testPagingStep(stepOf(input), options);
    yield { status: 'done', id: value.id, value };
  },
  finds: ({ state }) => state === 'failed',
  print: { columns: PAGE_COLUMNS, rows: (page) => [page] },
};
