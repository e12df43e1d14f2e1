import type { Action } from '@district/contract/transitions.ts';
import type { Approval, SelectedRequest } from '@district/contract/types.ts';
import type { Desk } from './desk.ts';
import { loadedRows, rowAtHand } from './list/lists.ts';
import { loadedDetail, triageAtHand } from './rows.ts';

/** The approval under the cursor, or the one whose request is open. */
export function approvalAtHand(desk: Desk): Approval | undefined {
  const { detail, screen } = desk.store.getState();
  if (!detail) return screen === 'approvals' ? rowAtHand(desk, 'approvals') : undefined;
  return loadedRows(desk, 'approvals').find(
    (row) => row.id === detail.approvalId || row.request.no === detail.no,
  );
}

/** The requests a key acts on: the open one, else the marked ones, else the one under the cursor. */
export function requestsAtHand(desk: Desk): readonly SelectedRequest[] {
  const { detail, screen, requests } = desk.store.getState();
  if (detail) {
    const loaded = loadedDetail(desk, detail.no);
    return loaded ? [loaded] : [];
  }
  if (screen === 'approvals') return [approvalAtHand(desk)?.request].filter((one) => one !== undefined);
  if (screen === 'triage') return [triageAtHand(desk)?.request].filter((one) => one !== undefined);
  if (screen !== 'requests') return [];
  // What is meant will only be known when the platform has said it.
  if (requests.selecting) return [];
  if (requests.marks.size > 0) {
    const rows = loadedRows(desk, 'requests');
    const current = new Map(rows.map((row) => [row.no, row]));
    return [...requests.marks.values()].map((marked) => current.get(marked.no) ?? marked);
  }
  const row = rowAtHand(desk, 'requests');
  return row ? [row] : [];
}

export function isOpenTo(request: SelectedRequest, action: Action): boolean {
  return request.actions.includes(action);
}
