import type { OperatorAction } from '@district/contract/posts.ts';
import type { AccountDetail } from '@district/contract/types.ts';
import { eachItem } from '../batch.ts';
import { texts } from '../input.ts';
import type { Bilingual, Operation } from '../operation.ts';
import { BATCH_OPTIONS, writeOptions } from '../shared-options.ts';
import { accountLine } from './account-lines.ts';
import { WHO } from './who.ts';

/** The operation of an action on accounts that needs nothing but whom it concerns. */
export function accountAction(
  action: Exclude<OperatorAction, 'give'>,
  { summary, key, example }: { summary: Bilingual; key: string; example: string },
): Operation<AccountDetail> {
  return {
    id: `operators.${action}`,
    summary,
    effect: 'write',
    batch: true,
    arguments: [{ ...WHO, variadic: true }],
    options: BATCH_OPTIONS,
    keys: { operators: key },
    examples: [example],
    async *run(input, context) {
      const people = [...new Set(texts(input, 'who'))];
      const client = await context.client();
      yield* eachItem(people, (who) =>
        client.actOnOperator(who, action, {}, writeOptions(input, people.length > 1 ? who : undefined)),
      );
    },
    print: { lines: (account, language) => [accountLine(account, language)] },
  };
}
