import { explain } from '../../../commands/requests/explain.ts';
import type { Desk } from '../desk.ts';
import { showLine } from '../palette/show-line.ts';
import { cursorIndex, loadedRequests, triageAtHand } from '../rows.ts';
import type { Binding } from './binding.ts';

const key = explain.keys?.requests ?? '';

/** The deadlines of the request that is open or under the cursor, day by day. */
export const EXPLAIN_BINDING: Binding = {
  name: explain.id,
  keys: [key],
  label: key,
  summary: explain.summary,
  run: (desk) => {
    const no = requestAtHand(desk);
    if (no !== undefined) void showLine(desk, `district requests explain ${no}`);
  },
};

function requestAtHand(desk: Desk): string | undefined {
  const { detail, screen, requests } = desk.store.getState();
  if (detail || screen === 'triage') return detail?.no ?? triageAtHand(desk)?.request.no;
  const rows = loadedRequests(desk);
  return rows[cursorIndex(rows, requests)]?.no;
}
