import { ACTIONS, type Action } from '@district/contract/transitions.ts';
import type { Desk } from '../desk.ts';
import { openMenu } from '../menu.ts';
import { actionKey, OPERATIONS } from '../operations.ts';
import { startAction } from '../start-action.ts';
import { isOpenTo, requestsAtHand } from '../subjects.ts';
import type { Binding } from './binding.ts';

/** Two actions that are never open at once share a key (assign and transfer): the open one is meant. */
function startByKey(desk: Desk, actions: readonly [Action, ...Action[]]): void {
  const chosen = requestsAtHand(desk);
  const open = actions.find((action) => chosen.some((request) => isOpenTo(request, action)));
  startAction(desk, open ?? actions[0]);
}

const byKey = new Map<string, [Action, ...Action[]]>();
for (const action of ACTIONS) {
  const same = byKey.get(actionKey(action));
  if (same) same.push(action);
  else byKey.set(actionKey(action), [action]);
}

function summaryOf(actions: readonly Action[], language: 'zh' | 'en'): string {
  return actions.map((action) => OPERATIONS[action].summary[language]).join(' / ');
}

/** Keys that act on the requests at hand. */
export const ACTION_BINDINGS: readonly Binding[] = [
  {
    name: 'actions',
    keys: ['a'],
    label: 'a',
    summary: { zh: '全部动作,不可办的写明缘由', en: 'all actions, and why some are closed' },
    run: openMenu,
  },
  ...[...byKey].map(([key, actions]) => ({
    name: Object.fromEntries(actions.map((action) => [OPERATIONS[action].id, [key]])),
    keys: [key],
    label: key,
    summary: { zh: summaryOf(actions, 'zh'), en: summaryOf(actions, 'en') },
    run: (desk: Desk) => startByKey(desk, actions),
  })),
];
