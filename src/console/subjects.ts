import type { Action } from '@district/contract/transitions.ts';
import type { Approval, RequestSummary } from '@district/contract/types.ts';
import type { Desk } from './desk.ts';
import { cursorIndex, loadedApprovals, loadedDetail, loadedRequests, triageAtHand } from './rows.ts';

/** The approval under the cursor, or the one whose request is open. */
export function approvalAtHand(desk: Desk): Approval | undefined {
  const { detail, screen, approvals } = desk.store.getState();
  const rows = loadedApprovals(desk);
  if (detail) return rows.find((row) => row.id === detail.approvalId || row.request.no === detail.no);
  return screen === 'approvals' ? rows[Math.min(approvals.cursor, rows.length - 1)] : undefined;
}

/** The requests a key acts on: the open one, else the marked ones, else the one under the cursor. */
export function requestsAtHand(desk: Desk): readonly RequestSummary[] {
  const { detail, screen, requests } = desk.store.getState();
  if (detail) {
    const loaded = loadedDetail(desk, detail.no);
    return loaded ? [loaded] : [];
  }
  if (screen === 'approvals') return [approvalAtHand(desk)?.request].filter((one) => one !== undefined);
  if (screen === 'triage') return [triageAtHand(desk)?.request].filter((one) => one !== undefined);
  if (screen !== 'requests') return [];
  const rows = loadedRequests(desk);
  if (requests.marks.size > 0) {
    const current = new Map(rows.map((row) => [row.no, row]));
    return [...requests.marks.values()].map((marked) => current.get(marked.no) ?? marked);
  }
  const row = rows[cursorIndex(rows, requests)];
  return row ? [row] : [];
}

export function isOpenTo(request: RequestSummary, action: Action): boolean {
  return request.actions.includes(action);
}
