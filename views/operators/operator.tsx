import type { AccountDetail } from '@district/contract/types.ts';
import { useMemo } from 'react';
import { accountFacts, accountLine } from '../../src/command/account/account-lines.ts';
import { useLanguage, useText } from '../../src/console/context.ts';
import { OPERATIONS } from '../../src/console/operations.ts';
import { useAccount } from '../../src/console/use-data.ts';
import { operatorActionText } from '../../src/i18n/account-words.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { operatorsMessages } from '../../src/i18n/messages/console-operators.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { wrapItems, wrapLines } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';
import { Message } from '../parts/message.tsx';
import { ScrolledLines } from '../parts/scrolled-lines.tsx';

/** One account whole: its post, what can be done and what cannot, and how many ways in it has open. */
export function Operator({ no, columns, rows }: { no: string; columns: number; rows: number }) {
  const text = useText(consoleMessages);
  const language = useLanguage();
  const { data, isError } = useAccount(no);
  const lines = useMemo(() => (data ? linesOf(data, columns, language) : []), [data, columns, language]);
  if (!data) return <Message text={text(isError ? 'notLoaded' : 'loading')} rows={rows} />;
  return <ScrolledLines screen="operators" lines={lines} rows={rows} />;
}

function linesOf(account: AccountDetail, columns: number, language: Language): Span[][] {
  const actions = account.actions.map(
    (action) => `${OPERATIONS[`operator.${action}`].keys?.operators} ${operatorActionText(action, language)}`,
  );
  const open = `${translate(operatorsMessages, language, 'actions')}  `;
  return [
    ...wrapLines(accountLine(account, language), columns).map((line) => plainLine(line, 'strong')),
    ...(actions.length > 0
      ? wrapItems([open + actions.join('   ')], columns).map((line) => plainLine(line))
      : []),
    ...accountFacts(account, language).flatMap((line) =>
      wrapLines(line, columns).map((wrapped) => plainLine(wrapped)),
    ),
  ];
}
