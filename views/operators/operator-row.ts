import { placeText } from '../../src/command/account/account-lines.ts';
import type { ListedAccount } from '../../src/console/queries.ts';
import { operatorsMessages } from '../../src/i18n/messages/console-operators.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { roleText } from '../../src/i18n/words.ts';
import { fit } from '../../src/terminal/width.ts';
import type { Span } from '../parts/line.tsx';

const LOGIN_COLUMNS = 24;
const NAME_COLUMNS = 10;
const ROLE_COLUMNS = { zh: 12, en: 22 } as const;
const STATE_COLUMNS = { zh: 4, en: 8 } as const;

type Cells = readonly [login: string, name: string, role: string, place: string, state: string];

function joined([login, name, role, place, state]: Cells, columns: number, language: Language): string {
  const fixed = 2 + LOGIN_COLUMNS + NAME_COLUMNS + ROLE_COLUMNS[language] + STATE_COLUMNS[language] + 4;
  return [
    fit(login, LOGIN_COLUMNS),
    fit(name, NAME_COLUMNS),
    fit(role, ROLE_COLUMNS[language]),
    fit(place, Math.max(0, columns - fixed)),
    fit(state, STATE_COLUMNS[language]),
  ].join(' ');
}

export function operatorSpans(
  account: ListedAccount,
  { columns, language, atCursor }: { columns: number; language: Language; atCursor: boolean },
): Span[] {
  const { no, name, role, disabledAt } = account;
  const state = translate(operatorsMessages, language, disabledAt === null ? 'inUse' : 'disabled');
  const cells = [no, name, roleText(role, language), placeText(account), state] as const;
  const tone = atCursor ? 'strong' : disabledAt === null ? 'plain' : 'dim';
  return [{ text: `${atCursor ? '>' : ' '} ${joined(cells, columns, language)}`, tone }];
}

export function operatorHeading(columns: number, language: Language): Span[] {
  const word = (key: 'login' | 'name' | 'role' | 'place' | 'state') =>
    translate(operatorsMessages, language, key);
  const cells = [word('login'), word('name'), word('role'), word('place'), word('state')] as const;
  return [{ text: `  ${joined(cells, columns, language)}`, tone: 'dim' }];
}
