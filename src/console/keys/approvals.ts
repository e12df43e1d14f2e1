import { moveInList } from '../list/move.ts';
import { OPERATIONS } from '../operations.ts';
import { startDecision } from '../start-action.ts';
import { detailFromTop } from '../state.ts';
import { approvalAtHand } from '../subjects.ts';
import type { Binding } from './binding.ts';
import { moveBinding } from './moves.ts';

/** Also hold in a detail that was opened from the approvals, before the keys of actions. */
export const DECISION_BINDINGS: readonly Binding[] = [
  {
    ...decisionKeys('grant', '+'),
    run: (desk) => startDecision(desk, 'grant'),
  },
  {
    ...decisionKeys('refuse', '-'),
    run: (desk) => startDecision(desk, 'refuse'),
  },
];

/** The definition's own key, and the sign that stands for it. */
function decisionKeys(
  decision: 'grant' | 'refuse',
  sign: string,
): Pick<Binding, 'name' | 'keys' | 'label' | 'summary'> {
  const { keys, summary } = OPERATIONS[decision];
  const key = keys?.approvals ?? sign;
  return { name: OPERATIONS[decision].id, keys: [sign, key], label: `${sign} ${key}`, summary };
}

export const APPROVALS_BINDINGS: readonly Binding[] = [
  moveBinding((desk, by) => moveInList(desk, 'approvals', by)),
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '看办件', en: 'see the request' },
    run: (desk) => {
      const approval = approvalAtHand(desk);
      if (approval)
        desk.store.setState({
          detail: detailFromTop(approval.request.no, approval.id),
          notice: null,
        });
    },
  },
  ...DECISION_BINDINGS,
];
