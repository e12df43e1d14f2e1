import type { RectificationSetting } from '@district/contract/types.ts';
import type { Operation } from '../../src/command/operation.ts';
import { rectificationLines } from '../../src/command/rectification-lines.ts';
import { DISTRICT_OPTION, districtOf } from '../../src/command/region-option.ts';

export const show: Operation<RectificationSetting> = {
  id: 'rectification.show',
  summary: { zh: '差评多久之内整改', en: 'within how long a poor rating is put right' },
  effect: 'read',
  options: [DISTRICT_OPTION],
  examples: ['district rectification show'],
  async *run(input, context) {
    const district = districtOf(input);
    const client = await context.client();
    const setting = await client.rectificationSetting(district, context.signal);
    yield { status: 'done', value: setting };
  },
  print: { lines: rectificationLines },
};
