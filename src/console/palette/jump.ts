import type { RequestSort } from '@district/contract/types.ts';
import type { Invocation } from '../../command/leaf.ts';
import { requestNumber } from '../../command/request-number.ts';
import { readableFilter, viewFilter } from '../../command/view-filter.ts';
import { openAudit } from '../audit/open-audit.ts';
import type { Desk } from '../desk.ts';
import { openFilter } from '../open-filter.ts';
import { startReveal } from '../reveal.ts';
import type { Screen } from '../screen.ts';
import { mayOpen } from '../screens.ts';
import { detailFromTop } from '../state.ts';
import { openStats } from '../stats/open-stats.ts';

/** Reads whose answer is a screen, when nothing more is asked of them. */
const SCREENS: Readonly<Record<string, Screen>> = {
  'overview.show': 'workbench',
  'requests.list': 'requests',
  'notices.list': 'notices',
  'progress.show': 'entry',
  'approvals.list': 'approvals',
  'operators.list': 'operators',
};

/** What a list on screen can be asked for. */
const LIST_OPTIONS: readonly string[] = ['q', 'view', 'sort'];

/** Goes where the answer stands anyway; false when the line wants it printed. Throws a usage failure for a filter that cannot be read. */
export function jump(
  desk: Desk,
  id: string,
  { input, format }: Invocation,
  say: (text: string) => void,
): boolean {
  if (format.kind !== 'text') return false;
  const given = Object.keys(input).filter((name) => input[name] !== undefined);
  if (id === 'requests.show') {
    const no = requestNumber(String(input['no']));
    desk.store.setState({ detail: detailFromTop(no) });
    return true;
  }
  if (id === 'requests.reveal') {
    const no = requestNumber(String(input['no']));
    desk.store.setState({ detail: detailFromTop(no) });
    startReveal(desk, no);
    return true;
  }
  if (id === 'requests.list' && given.length > 0 && given.every((name) => LIST_OPTIONS.includes(name))) {
    const { q, view, sort } = input;
    const parts = [
      view === undefined ? '' : viewFilter(String(view), { say }, desk.readSettings()),
      q === undefined ? '' : readableFilter(String(q), { say }),
    ];
    openFilter(desk, parts.filter(Boolean).join(' '), sort as RequestSort | undefined);
    return true;
  }
  if (id === 'audit.list') return openAudit(desk, input);
  if (id === 'requests.stats') return openStats(desk, input, say);
  const screen = SCREENS[id];
  if (screen === undefined || given.length > 0 || !mayOpen(desk, screen)) return false;
  desk.store.setState({ screen, detail: null });
  return true;
}
