import { OPERATOR_ACTIONS, type OperatorAction } from '@district/contract/posts.ts';
import type { Desk } from '../desk.ts';
import { OPERATIONS } from '../operations.ts';
import { cursorIndex, loadedAccounts } from '../rows.ts';
import { accountAtHand, addAccount, startOperatorAction } from '../start-operator.ts';
import type { ConsoleState } from '../state.ts';
import type { Binding } from './binding.ts';
import { clamp, moveBinding } from './moves.ts';

function change(desk: Desk, changed: Partial<ConsoleState['operators']>): void {
  desk.store.setState(({ operators }) => ({ operators: { ...operators, ...changed } }));
}

function move(desk: Desk, by: number): void {
  const rows = loadedAccounts(desk);
  const { operators } = desk.store.getState();
  if (operators.open !== null)
    return change(desk, { scroll: clamp(operators.scroll + by, operators.scrollMax + 1) });
  const cursor = clamp(cursorIndex(rows, operators) + by, rows.length);
  change(desk, { cursor, cursorNo: rows[cursor]?.no ?? null });
}

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
  moveBinding(move),
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
export const OPERATOR_BINDINGS: readonly Binding[] = [
  {
    name: 'back',
    keys: ['escape', 'left', 'backspace'],
    label: 'Esc',
    summary: { zh: '返回', en: 'back' },
    run: (desk) => change(desk, { open: null }),
  },
  ...SHARED,
];
