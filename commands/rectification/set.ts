import type { RectificationSetting } from '@district/contract/types.ts';
import { LIMIT_UNITS, type LimitUnit } from '@district/contract/vocabulary.ts';
import { count, text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { rectificationLines } from '../../src/command/rectification-lines.ts';
import { DISTRICT_OPTION, districtOf } from '../../src/command/region-option.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const set: Operation<RectificationSetting> = {
  id: 'rectification.set',
  summary: { zh: '设定差评多久之内整改', en: 'set within how long a poor rating is put right' },
  effect: 'write',
  options: [
    { name: 'limit', value: 'N', required: true, summary: { zh: '多久', en: 'how long' } },
    {
      name: 'unit',
      value: 'UNIT',
      choices: LIMIT_UNITS,
      summary: { zh: '单位,默认工作日', en: 'its unit, working days unless told' },
    },
    DISTRICT_OPTION,
    ...WRITE_OPTIONS,
  ],
  examples: ['district rectification set --limit 3'],
  async *run(input, context) {
    const district = districtOf(input);
    const limit = {
      limit: count(input, 'limit') ?? 0,
      unit: (text(input, 'unit') ?? 'working_day') as LimitUnit,
    };
    const client = await context.client();
    // Based on what is set now: whoever sets it in between is not overwritten.
    const { version } = await client.rectificationSetting(district, context.signal);
    const options = { ...writeOptions(input), version, ...district };
    yield { status: 'done', value: await client.setRectification({ limit }, options) };
  },
  print: { lines: rectificationLines },
};
