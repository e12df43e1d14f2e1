import type { Revealed } from '@district/contract/types.ts';
import { REVEAL_FIELDS, type RevealField } from '@district/contract/vocabulary.ts';
import { text, texts } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { PURPOSE_OPTION } from '../../src/command/reason-options.ts';
import { REQUEST_ARGUMENT, requestNumber } from '../../src/command/request-number.ts';
import { revealedLines } from '../../src/command/revealed-lines.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';

/** Whoever calls back needs these; a document's number is asked for by name. */
const USUAL_FIELDS: readonly RevealField[] = ['name', 'phone', 'address'];

export const reveal: Operation<Revealed> = {
  id: 'requests.reveal',
  summary: {
    zh: '查看被遮盖的内容:须写明事由和案号,留有记录',
    en: 'see what is masked, for a purpose and a case; it is logged',
  },
  effect: 'read',
  arguments: [REQUEST_ARGUMENT],
  options: [
    { ...PURPOSE_OPTION, required: true },
    {
      name: 'case',
      value: 'CASE',
      summary: { zh: '案号,默认为本单号', en: 'the case, the request’s own number unless told' },
    },
    {
      name: 'field',
      value: 'FIELD',
      repeatable: true,
      choices: REVEAL_FIELDS,
      summary: {
        zh: `看哪几项,默认 ${USUAL_FIELDS.join('、')}`,
        en: `what to see, ${USUAL_FIELDS.join(', ')} unless told`,
      },
    },
  ],
  discloses: () => true,
  keys: { request: 'v' },
  examples: [
    'district requests reveal GL261112-0042 --purpose 回访',
    'district requests reveal GL261112-0042 --purpose 核对身份 --field identity --case 12345-20261112-88231',
  ],
  async *run(input, context) {
    const no = requestNumber(text(input, 'no') ?? '');
    const purpose = text(input, 'purpose')?.trim() ?? '';
    const caseNo = (text(input, 'case') ?? no).trim();
    if (purpose === '' || caseNo === '') {
      throw usageFailure(
        { en: 'Nothing is shown without a purpose and a case.', zh: '没有事由和案号,不予查看。' },
        { en: `Such as --purpose 'call back' --case ${no}.`, zh: `如 --purpose 回访 --case ${no}。` },
      );
    }
    const asked = texts(input, 'field') as RevealField[];
    const fields = asked.length > 0 ? asked : [...USUAL_FIELDS];
    const client = await context.client();
    yield { status: 'done', id: no, value: await client.reveal(no, { purpose, case: caseNo, fields }) };
  },
  print: { lines: revealedLines },
};
