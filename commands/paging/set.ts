import { PAGING_CAUSES, type PagingCause } from '@district/contract/triage.ts';
import type { SavedPagingStep } from '@district/contract/types.ts';
import { isOn, text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { stepLines } from '../../src/command/paging-lines.ts';
import { STEP_ARGUMENT, stepOf } from '../../src/command/paging-step.ts';
import { DISTRICT_OPTION, districtOf } from '../../src/command/region-option.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { readStandardInput } from '../../src/command/standard-input.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';

export const set: Operation<SavedPagingStep> = {
  id: 'paging.set',
  summary: {
    zh: '设定一级:什么情形过多久叫谁;签名密钥只显示这一次',
    en: 'set a step: after how long over what, who is paged; its secret is shown this once',
  },
  effect: 'write',
  arguments: [STEP_ARGUMENT],
  options: [
    {
      name: 'cause',
      value: 'CAUSE',
      required: true,
      choices: PAGING_CAUSES,
      summary: { zh: '情形', en: 'what for' },
    },
    {
      name: 'after',
      value: 'HOURS',
      required: true,
      summary: { zh: '超过几小时', en: 'hours over the deadline' },
    },
    {
      name: 'who',
      value: 'TEXT',
      required: true,
      summary: { zh: '叫谁(岗位)', en: 'who is paged, by post' },
    },
    {
      name: 'url',
      value: 'URL',
      required: true,
      summary: { zh: '接收地址,https', en: 'where the signed call goes, https' },
    },
    {
      name: 'secret-stdin',
      summary: {
        zh: '从标准输入读签名密钥(whsec_…);不给则平台生成或沿用',
        en: 'read the secret (whsec_…) from standard input; else the one it has, or a new one',
      },
    },
    DISTRICT_OPTION,
    ...WRITE_OPTIONS,
  ],
  examples: [
    'district paging set 1 --cause unclaimed --after 2 --who 值班长 --url https://pager.example.gov.cn/hook',
  ],
  async *run(input, context) {
    const district = districtOf(input);
    const secret = isOn(input, 'secretStdin') ? (await readStandardInput(context.signal)).trim() : undefined;
    const saved = await (await context.client()).setPagingStep(
      stepOf(input),
      {
        cause: text(input, 'cause') as PagingCause,
        afterHours: hours(text(input, 'after') ?? ''),
        who: text(input, 'who') ?? '',
        url: text(input, 'url') ?? '',
        ...(secret !== undefined && { secret }),
      },
      { ...writeOptions(input), ...district },
    );
    if (saved.secret !== undefined)
      context.say(
        context.language === 'zh'
          ? '签名密钥只显示这一次,请交给接收方:'
          : 'The secret is shown this once; give it to the receiver:',
      );
    yield { status: 'done', id: String(saved.step), value: saved };
  },
  print: {
    lines: (step, language) => [
      ...stepLines(step, language),
      ...(step.secret === undefined ? [] : [step.secret]),
    ],
  },
};

function hours(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw usageFailure({ en: '--after takes whole hours, such as 2.', zh: '--after 是整小时数,如 2。' });
}
