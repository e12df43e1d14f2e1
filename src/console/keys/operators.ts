import { OPERATOR_ACTIONS, type OperatorAction } from '@district/contract/posts.ts';
import type { Desk } from '../desk.ts';
import { OPERATIONS } from '../operations.ts';
import { accountAtHand, addAccount, startOperatorAction } from '../start-operator.ts';
import type { Binding } from './binding.ts';
import { openableKeys } from './openable-list.ts';

const { change, move, back } = openableKeys('operators');

function openAccount(desk: Desk): void {
  const account = accountAtHand(desk);
  if (!account) return;
  desk.store.setState({ notice: null });
  change(desk, { open: account.no, cursorNo: account.no, scroll: 0, scrollMax: 0 });
}

function actionBinding(action: OperatorAction): Binding {
  const { id, keys, summary } = OPERATIONS[`operator.${action}`];
  const key = keys?.operators ?? '';
  return { name: id, keys: [key], label: key, summary, run: (desk) => startOperatorAction(desk, action) };
}

const SHARED: readonly Binding[] = [
  move,
  {
    name: OPERATIONS['operator.add'].id,
    keys: ['n'],
    label: 'n',
    summary: OPERATIONS['operator.add'].summary,
    run: addAccount,
  },
  ...OPERATOR_ACTIONS.map(actionBinding),
];
export const OPERATORS_BINDINGS: readonly Binding[] = [
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '打开账号', en: 'open the account' },
    run: openAccount,
  },
  ...SHARED,
];
export const OPERATOR_BINDINGS: readonly Binding[] = [back, ...SHARED];
