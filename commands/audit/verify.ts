import { checkpointsOf } from '../../src/command/audit/checkpoint-file.ts';
import { verificationLines } from '../../src/command/audit/verification-lines.ts';
import { type Verified, verifyChains } from '../../src/command/audit/verify-chains.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { REGION_OPTION, regionOf } from '../../src/command/region-option.ts';

export const verify: Operation<Verified> = {
  id: 'audit.verify',
  summary: {
    zh: '核验审计链是否完整;有发现则以 10 退出',
    en: 'whether the audit is whole; exits 10 when something was found',
  },
  effect: 'read',
  options: [
    {
      name: 'checkpoints',
      value: 'FILE',
      summary: {
        zh: '自行留存的检查点文件,一并比对',
        en: 'checkpoints of one’s own keeping, compared as well',
      },
    },
    REGION_OPTION,
  ],
  examples: [
    'district audit verify',
    'district audit verify --checkpoints kept.jsonl',
    'district audit verify --ndjson checkpoints >> kept.jsonl',
  ],
  isCheck: true,
  keys: { audit: 'v' },
  finds: ({ whole }) => !whole,
  async *run(input, context) {
    const file = text(input, 'checkpoints');
    const region = regionOf(input, 'region');
    const checkpoints = file === undefined ? [] : await checkpointsOf(file);
    const client = await context.client();
    yield { status: 'done', value: await verifyChains(client, { region, checkpoints }, context) };
  },
  print: { lines: verificationLines },
};
