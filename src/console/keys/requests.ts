import type { Desk } from '../desk.ts';
import { rowAtHand } from '../list/lists.ts';
import { MARKS_MAX } from '../list/marks.ts';
import {
  dropRange,
  extendMarks,
  markMatching,
  moveInRequests,
  toggleMark,
  turnRange,
} from '../mark-requests.ts';
import { editFilter, openFilter, sortNext } from '../open-filter.ts';
import { openViews } from '../open-view.ts';
import { DEFAULT_FILTER } from '../screen.ts';
import { detailFromTop } from '../state.ts';
import type { Binding } from './binding.ts';
import { CLAIM_BINDINGS } from './claims.ts';
import { EXPLAIN_BINDING } from './explain.ts';
import { FACETS_BINDING } from './facets.ts';
import { extendBinding, moveBinding } from './moves.ts';

export const REQUESTS_BINDINGS: readonly Binding[] = [
  moveBinding(moveInRequests),
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '打开办件', en: 'open the request' },
    run: (desk) => {
      const row = rowAtHand(desk, 'requests');
      if (row)
        desk.store.setState({
          detail: detailFromTop(row.no),
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
  {
    name: 'mark-range',
    keys: ['v'],
    label: 'v',
    summary: { zh: '成段选:从这里起,再按到此为止', en: 'mark a range: from here, and again up to here' },
    run: turnRange,
  },
  extendBinding(extendMarks),
  {
    name: 'mark-matching',
    keys: ['*'],
    label: '*',
    summary: {
      zh: `符合筛选的全选上,至多 ${MARKS_MAX} 件`,
      en: `mark all that match the filter, ${MARKS_MAX} at most`,
    },
    run: (desk) => void markMatching(desk),
  },
  {
    name: 'sort',
    keys: ['>'],
    label: '>',
    summary: { zh: '换次序:按期限、最新、最早', en: 'another order: by deadline, newest, oldest' },
    run: sortNext,
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
    summary: { zh: '取消成段选、选择,再按清除筛选', en: 'drop the range, the marks, then the filter' },
    run: (desk) => {
      const { requests } = desk.store.getState();
      if (requests.selecting)
        desk.store.setState({ requests: { ...requests, selecting: null }, notice: null });
      else if (requests.range) dropRange(desk);
      else if (requests.marks.size > 0)
        desk.store.setState({ requests: { ...requests, marks: new Map() }, notice: null });
      else if (requests.filter !== DEFAULT_FILTER) openFilter(desk, DEFAULT_FILTER);
      else desk.store.setState({ notice: null });
    },
  },
];
