import type { OperatorAction } from '@district/contract/posts.ts';
import type { AccountDetail } from '@district/contract/types.ts';
import { batchOperation } from '../batch/batch-operation.ts';
import { texts } from '../input.ts';
import type { Bilingual, Operation } from '../operation.ts';
import { BATCH_OPTIONS } from '../shared-options.ts';
import { accountLine } from './account-lines.ts';
import { WHO } from './who.ts';

/** The operation of an action on accounts that needs nothing but whom it concerns. */
export function accountAction(
  action: Exclude<OperatorAction, 'give' | 'reset_password'>,
  { summary, key, example }: { summary: Bilingual; key: string; example: string },
): Operation<AccountDetail> {
  return batchOperation<AccountDetail>({
    id: `operators.${action.replaceAll('_', '-')}`,
    summary,
    effect: 'write',
    arguments: [{ ...WHO, variadic: true }],
    options: BATCH_OPTIONS,
    keys: { operators: key },
    examples: [example],
    items: {
      ids: (input) => [...new Set(texts(input, 'who'))],
      writer: () => (client, who, options) => client.actOnOperator(who, action, {}, options),
      versionOf: ({ version }) => version,
    },
    print: { lines: (account, language) => [accountLine(account, language)] },
  });
}
