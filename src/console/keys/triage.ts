import { OPERATIONS } from '../operations.ts';
import { triageAtHand } from '../rows.ts';
import { startAction } from '../start-action.ts';
import { detailFromTop } from '../state.ts';
import { undoStep } from '../triage/claim.ts';
import { moveInTriage, nextInTriage } from '../triage/move.ts';
import { startMerge, startOnRequests, startReminder } from '../triage/start.ts';
import type { Binding } from './binding.ts';
import { bound, CLAIM_BINDINGS } from './claims.ts';
import { EXPLAIN_BINDING } from './explain.ts';
import { moveBinding } from './moves.ts';

export const TRIAGE_BINDINGS: readonly Binding[] = [
  moveBinding(moveInTriage),
  {
    name: 'next',
    keys: [' '],
    label: 'Space',
    summary: { zh: '下一件,跳过别人认领的', en: 'the next one that is free' },
    run: nextInTriage,
  },
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '打开办件', en: 'open the request' },
    run: (desk) => {
      const item = triageAtHand(desk);
      if (item)
        desk.store.setState({
          detail: detailFromTop(item.request.no),
          notice: null,
        });
    },
  },
  ...CLAIM_BINDINGS,
  bound(OPERATIONS['request.snooze'], (desk) => startOnRequests(desk, 'request.snooze')),
  bound(OPERATIONS.merge, startMerge),
  bound(OPERATIONS['units.remind'], startReminder),
  EXPLAIN_BINDING,
  {
    name: 'undo-step',
    keys: ['u'],
    label: 'u',
    summary: { zh: '撤销上一步', en: 'undo the last step' },
    // What this sitting knows how to take back; else the last step of the request itself, where it has an inverse.
    run: (desk) => {
      const request = triageAtHand(desk)?.request;
      if (desk.store.getState().triage.steps.length === 0 && request?.actions.includes('undo'))
        startAction(desk, 'undo');
      else void undoStep(desk);
    },
  },
  {
    name: 'leave-triage',
    keys: ['escape'],
    label: 'Esc',
    summary: { zh: '存进度退出,回来还在这一件', en: 'leave; one comes back to this request' },
    run: ({ store }) => store.setState({ screen: 'workbench', notice: null }),
  },
];
