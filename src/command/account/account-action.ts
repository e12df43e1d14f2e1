import type { OperatorAction } from '@district/contract/posts.ts';
import type { ActedAccount } from '@district/contract/types.ts';
import type { Language } from '../../i18n/translate.ts';
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
): Operation<ActedAccount> {
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
    print: {
      lines: (account, language) => [
        accountLine(account, language),
        ...(account.initialPassword === undefined ? [] : [initialLine(account.initialPassword, language)]),
      ],
    },
  };
}

function initialLine(password: string | null, language: Language): string {
  const zh = language === 'zh';
  if (password === null)
    return zh
      ? '不显示初始口令:这是试运行,或同一次重设已显示过。'
      : 'No initial password is shown: a dry run, or the same reset was done and shown before.';
  return zh
    ? `初始口令  ${password}(只显示这一次,七天内有效)`
    : `initial password  ${password}  (shown this once, holds for seven days)`;
}
