import { IDENTITY_TYPES } from '@district/contract/identity-document.ts';
import { regionPrefix, wholeRegionCode } from '@district/contract/region-code.ts';
import type { CreateRequest, RequestSummary } from '@district/contract/types.ts';
import { REQUEST_SOURCES } from '@district/contract/vocabulary.ts';
import { isOn, text } from '../../src/command/input.ts';
import type { Input, Operation } from '../../src/command/operation.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { readStandardInput } from '../../src/command/standard-input.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';
import { dueText } from '../../src/i18n/time.ts';
import { stateText } from '../../src/i18n/words.ts';

const STAFF_SOURCES = REQUEST_SOURCES.filter((source) => source !== 'public');

export const create: Operation<RequestSummary> = {
  id: 'requests.create',
  summary: { zh: '代居民登记一件', en: 'enter a request on a resident’s behalf' },
  effect: 'write',
  options: [
    {
      name: 'item',
      value: 'ID',
      required: true,
      summary: { zh: '事项(district items list)', en: 'service item (district items list)' },
    },
    {
      name: 'region',
      value: 'CODE',
      required: true,
      summary: { zh: '社区或街道代码', en: 'code of the community or street' },
    },
    { name: 'title', value: 'TEXT', required: true, summary: { zh: '一句话', en: 'one line' } },
    { name: 'body', value: 'TEXT', required: true, summary: { zh: '诉求全文', en: 'what is asked' } },
    {
      name: 'name',
      value: 'NAME',
      summary: { zh: '诉求人姓名,与 --phone 一起给', en: 'the resident’s name, with --phone' },
    },
    {
      name: 'phone',
      value: 'PHONE',
      summary: { zh: '诉求人电话,与 --name 一起给', en: 'the resident’s phone, with --name' },
    },
    {
      name: 'identity-type',
      value: 'TYPE',
      choices: IDENTITY_TYPES,
      summary: { zh: '证件种类', en: 'the document the resident showed' },
    },
    {
      name: 'identity-stdin',
      summary: { zh: '从标准输入读证件号码', en: 'read its number from standard input' },
    },
    { name: 'address', value: 'TEXT', summary: { zh: '地址', en: 'address' } },
    { name: 'grid', value: 'CELL', summary: { zh: '网格', en: 'grid cell' } },
    {
      name: 'source',
      value: 'SOURCE',
      choices: STAFF_SOURCES,
      summary: { zh: '来源,默认窗口', en: 'where it came from, the window unless told' },
    },
    {
      name: 'external-no',
      value: 'NO',
      summary: { zh: '上级平台单号', en: 'its number at a higher platform' },
    },
    {
      name: 'external-due-at',
      value: 'INSTANT',
      summary: { zh: '上级平台时限(2026-12-01T08:00:00Z)', en: 'its deadline there (2026-12-01T08:00:00Z)' },
    },
    { name: 'urgent', summary: { zh: '紧急', en: 'urgent' } },
    {
      name: 'vulnerable',
      summary: { zh: '涉及老幼病残', en: 'concerns somebody old, ill, disabled or a child' },
    },
    ...WRITE_OPTIONS,
  ],
  examples: [
    `district requests create --item street_light_repair --region 320302003001 --title 路灯不亮 --body '小区北门三盏路灯坏了两周' --source phone`,
  ],
  async *run(input, context) {
    const request = readRequest(input, await readIdentity(input, context.signal));
    const created = await (await context.client()).createRequest(request, writeOptions(input));
    yield { status: 'done', id: created.no, value: created };
  },
  print: {
    lines: (value, language) => [
      `${value.no}  ${stateText(value.state, language)}  ${value.title}  ${dueText(value.promisedDueAt)}`,
    ],
  },
};

type Identity = NonNullable<NonNullable<CreateRequest['applicant']>['identity']>;

/** A number is never an argument: those stand in the shell’s history and in the list of processes. */
async function readIdentity(input: Input, signal: AbortSignal): Promise<Identity | undefined> {
  const type = text(input, 'identityType') as Identity['type'] | undefined;
  const isRead = isOn(input, 'identityStdin');
  if (type === undefined && !isRead) return undefined;
  if (type === undefined || isRead === (type === 'none') || text(input, 'name') === undefined) {
    throw usageFailure({
      en: '--identity-type and --identity-stdin go together, with --name; type none has no number.',
      zh: '--identity-type 和 --identity-stdin 须与 --name 一起给出;none 没有号码。',
    });
  }
  return isRead ? { type, number: (await readStandardInput(signal)).trim() } : { type };
}

function readRequest(input: Input, identity: Identity | undefined): CreateRequest {
  const name = text(input, 'name');
  const phone = text(input, 'phone');
  if ((name === undefined) !== (phone === undefined)) {
    throw usageFailure({ en: '--name and --phone go together.', zh: '--name 和 --phone 须一起给出。' });
  }
  const prefix = regionPrefix(text(input, 'region') ?? '');
  if (prefix === undefined) {
    throw usageFailure(
      { en: '--region is not a region code.', zh: '--region 不是行政区划代码。' },
      { en: 'district regions list shows the codes.', zh: 'district regions list 列出代码。' },
    );
  }
  const place = { ...optional(input, 'address'), ...optional(input, 'grid') };
  return {
    item: text(input, 'item') ?? '',
    region: wholeRegionCode(prefix),
    title: text(input, 'title') ?? '',
    body: text(input, 'body') ?? '',
    ...(name !== undefined &&
      phone !== undefined && {
        applicant: { name, phone, ...(identity && { identity }) },
      }),
    ...(Object.keys(place).length > 0 && { place }),
    ...optional(input, 'source'),
    ...optional(input, 'externalNo'),
    ...optional(input, 'externalDueAt'),
    ...(isOn(input, 'urgent') && { urgent: true }),
    ...(isOn(input, 'vulnerable') && { vulnerable: true }),
  } as CreateRequest;
}

function optional(input: Input, name: string): Record<string, string> {
  const value = text(input, name);
  return value === undefined ? {} : { [name]: value };
}
