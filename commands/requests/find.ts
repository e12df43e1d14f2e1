import type { ApplicantRequests } from '@district/contract/types.ts';
import { isOn, text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { PURPOSE_OPTION } from '../../src/command/reason-options.ts';
import { REQUEST_COLUMNS } from '../../src/command/request-columns.ts';
import { readStandardInput } from '../../src/command/standard-input.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';

export const find: Operation<ApplicantRequests> = {
  id: 'requests.find',
  summary: {
    zh: '按诉求人的电话或证件号码查办件;号码只从标准输入读,查询留有记录',
    en: 'requests of the applicant with a phone or identity number, read from standard input; it is logged',
  },
  effect: 'read',
  options: [
    { name: 'phone-stdin', summary: { zh: '从标准输入读电话', en: 'read a phone from standard input' } },
    {
      name: 'identity-stdin',
      summary: { zh: '从标准输入读证件号码', en: 'read an identity number from standard input' },
    },
    { ...PURPOSE_OPTION, required: true },
  ],
  examples: ['district requests find --phone-stdin --purpose 来电查询 < phone.txt'],
  async *run(input, context) {
    const byPhone = isOn(input, 'phoneStdin');
    if (byPhone === isOn(input, 'identityStdin'))
      throw usageFailure({
        en: 'One of --phone-stdin and --identity-stdin.',
        zh: '--phone-stdin 和 --identity-stdin 用其中一个。',
      });
    const number = (await readStandardInput(context.signal)).trim();
    if (number === '')
      throw usageFailure({ en: 'Standard input holds no number.', zh: '标准输入里没有号码。' });
    const purpose = text(input, 'purpose') ?? '';
    const client = await context.client();
    const found = await client.findByApplicant({
      ...(byPhone ? { phone: number } : { identityNo: number }),
      purpose,
    });
    if (found.more)
      context.say(context.language === 'zh' ? '还有更早的,未列出。' : 'There are earlier ones, not listed.');
    yield { status: 'done', value: found };
  },
  print: { columns: REQUEST_COLUMNS, rows: ({ items }) => items },
};
