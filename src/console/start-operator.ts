import type { OperatorAction, OperatorClosedReason } from '@district/contract/posts.ts';
import { OPERATOR_RIGHTS } from '@district/contract/posts.ts';
import { operatorActionText, operatorReasonText } from '../i18n/account-words.ts';
import { operatorsMessages } from '../i18n/messages/console-operators.ts';
import { translate } from '../i18n/translate.ts';
import { complain } from './complain.ts';
import type { Desk } from './desk.ts';
import { withDraft } from './form/draft.ts';
import { createForm, formTarget, type OperatorFormAction } from './form/form.ts';
import { type ListedAccount, loadedRows, rowAtHand } from './list/lists.ts';
import { operatorQuery, regionsQuery, unitsQuery } from './queries.ts';

/** The open account, else the one under the cursor. */
export function accountAtHand(desk: Desk): ListedAccount | undefined {
  const { operators } = desk.store.getState();
  if (operators.open === null) return rowAtHand(desk, 'operators');
  return loadedRows(desk, 'operators').find(({ no }) => no === operators.open);
}

function ownRight(desk: Desk) {
  return desk.queries.getQueryData(operatorQuery(desk.client).queryKey);
}

/** Opens the form of a new account. */
export function addAccount(desk: Desk): void {
  const { language } = desk.store.getState();
  if (ownRight(desk)?.rights.accounts !== 'adds')
    return complain(desk, translate(operatorsMessages, language, 'cannotAdd'));
  open(desk, 'operator.add', { no: '', title: '', version: 0 });
}

/** Opens the form of an action on the account at hand, or says why it is closed. */
export function startOperatorAction(desk: Desk, action: OperatorAction): void {
  const { language } = desk.store.getState();
  const account = accountAtHand(desk);
  if (!account) return complain(desk, translate(operatorsMessages, language, 'none'));
  if (account.actions.includes(action))
    return open(desk, `operator.${action}`, {
      no: account.no,
      title: account.name,
      version: account.version,
    });
  const word = operatorActionText(action, language);
  const why = operatorReasonText(whyClosed(desk, account, action), language);
  complain(desk, translate(operatorsMessages, language, 'closed', { action: word, why }));
}

/** Lists carry what is open; which of the few reasons closes the rest follows from who asks. */
function whyClosed(desk: Desk, account: ListedAccount, action: OperatorAction): OperatorClosedReason {
  const me = ownRight(desk);
  if (me?.rights.accounts !== OPERATOR_RIGHTS[action]) return 'role';
  return me.id === account.id ? 'own_post' : 'state';
}

function open(desk: Desk, action: OperatorFormAction, about: Parameters<typeof formTarget>[0]): void {
  const form = createForm(action, [formTarget(about)]);
  // At hand by the time somebody types into their fields.
  if (form.fields.some((field) => field.kind === 'units')) {
    void desk.queries.prefetchQuery(regionsQuery(desk.client));
    void desk.queries.prefetchQuery(unitsQuery(desk.client));
  }
  desk.store.setState(({ drafts }) => ({ form: withDraft(form, drafts), overlay: null, notice: null }));
}
