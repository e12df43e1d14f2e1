import type { PagingStep } from '@district/contract/types.ts';
import type { Operation } from '../../src/command/operation.ts';
import { stepLines } from '../../src/command/paging-lines.ts';
import { STEP_ARGUMENT, stepOf } from '../../src/command/paging-step.ts';
import { DISTRICT_OPTION, districtOf } from '../../src/command/region-option.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const remove: Operation<PagingStep> = {
  id: 'paging.remove',
  summary: { zh: '去掉一级', en: 'take a step out of the ladder' },
  effect: 'write',
  arguments: [STEP_ARGUMENT],
  options: [DISTRICT_OPTION, ...WRITE_OPTIONS],
  examples: ['district paging remove 3'],
  async *run(input, context) {
    const district = districtOf(input);
    const options = { ...writeOptions(input), ...district };
    const value = await (await context.client()).removePagingStep(stepOf(input), options);
    yield { status: 'done', id: String(value.step), value };
  },
  print: { lines: stepLines },
};
