import type { Desk } from '../desk.ts';
import { editFilter, openFilter } from '../open-filter.ts';
import { openViews } from '../open-view.ts';
import { cursorIndex, loadedRequests } from '../rows.ts';
import { DEFAULT_FILTER } from '../screen.ts';
import type { Binding } from './binding.ts';
import { CLAIM_BINDINGS } from './claims.ts';
import { EXPLAIN_BINDING } from './explain.ts';
import { FACETS_BINDING } from './facets.ts';
import { clamp, moveBinding } from './moves.ts';

function move(desk: Desk, by: number): void {
  const rows = loadedRequests(desk);
  desk.store.setState(({ requests }) => {
    const cursor = clamp(cursorIndex(rows, requests) + by, rows.length);
    return { requests: { ...requests, cursor, cursorNo: rows[cursor]?.no ?? null } };
  });
}

function toggleMark(desk: Desk): void {
  const rows = loadedRequests(desk);
  const { requests } = desk.store.getState();
  const row = rows[cursorIndex(rows, requests)];
  if (!row) return;
  const marks = new Map(requests.marks);
  if (!marks.delete(row.no)) marks.set(row.no, row);
  desk.store.setState({ requests: { ...requests, marks } });
  move(desk, 1);
}

export const REQUESTS_BINDINGS: readonly Binding[] = [
  moveBinding(move),
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '打开办件', en: 'open the request' },
    run: (desk) => {
      const rows = loadedRequests(desk);
      const row = rows[cursorIndex(rows, desk.store.getState().requests)];
      if (row)
        desk.store.setState({
          detail: { no: row.no, approvalId: null, scroll: 0, scrollMax: 0 },
          notice: null,
        });
    },
  },
  {
    name: 'mark',
    keys: [' '],
    label: 'Space',
    summary: { zh: '选上或取消,可成批办理', en: 'mark, to act on several at once' },
    run: toggleMark,
  },
  EXPLAIN_BINDING,
  ...CLAIM_BINDINGS,
  {
    name: 'filter',
    keys: ['/'],
    label: '/',
    summary: { zh: '筛选', en: 'filter' },
    run: (desk) => editFilter(desk, desk.store.getState().requests.filter),
  },
  {
    name: 'preview',
    keys: ['p'],
    label: 'p',
    summary: { zh: '旁边的详情,收起或显示', en: 'the request beside the list, shown or not' },
    run: (desk) =>
      desk.store.setState(({ requests }) => ({
        requests: { ...requests, isPreviewed: !requests.isPreviewed },
      })),
  },
  FACETS_BINDING,
  {
    name: 'views',
    keys: ['V'],
    label: 'V',
    summary: { zh: '视图:存好的筛选', en: 'views: saved filters' },
    run: openViews,
  },
  {
    name: 'clear',
    keys: ['escape'],
    label: 'Esc',
    summary: { zh: '取消选择,再按清除筛选', en: 'drop the marks, then the filter' },
    run: (desk) => {
      const { requests } = desk.store.getState();
      if (requests.marks.size > 0)
        desk.store.setState({ requests: { ...requests, marks: new Map() }, notice: null });
      else if (requests.filter !== DEFAULT_FILTER) openFilter(desk, DEFAULT_FILTER);
      else desk.store.setState({ notice: null });
    },
  },
];
