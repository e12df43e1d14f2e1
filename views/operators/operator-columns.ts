import { placeText } from '../../src/command/account/account-lines.ts';
import type { ListedAccount } from '../../src/console/list/lists.ts';
import type { ColumnId } from '../../src/console/list/use-columns.ts';
import { operatorsMessages } from '../../src/i18n/messages/console-operators.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { roleText } from '../../src/i18n/words.ts';
import type { ColumnViews } from '../parts/columns.ts';

const heading = (key: 'login' | 'name' | 'role' | 'place' | 'state') => (language: Language) =>
  translate(operatorsMessages, language, key);

/** An account in a list, column by column. */
export const OPERATOR_VIEWS: ColumnViews<ListedAccount, ColumnId<'operators'>> = {
  login: { heading: heading('login'), cells: 24, cell: ({ no }) => no },
  name: { heading: heading('name'), cells: 10, cell: ({ name }) => name },
  role: {
    heading: heading('role'),
    cells: { zh: 12, en: 22 },
    cell: ({ role }, { language }) => roleText(role, language),
  },
  place: { heading: heading('place'), cells: 0, share: 1, cell: placeText },
  state: {
    heading: heading('state'),
    cells: { zh: 4, en: 8 },
    cell: ({ disabledAt }, { language }) =>
      translate(operatorsMessages, language, disabledAt === null ? 'inUse' : 'disabled'),
  },
};
