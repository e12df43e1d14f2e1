import { STATS_BY } from '@district/contract/vocabulary.ts';
import { formulaLines } from '../../command/stats/formula-lines.ts';
import { monthAfter } from '../../command/stats/period.ts';
import { statsMessages } from '../../i18n/messages/console-stats.ts';
import { translate } from '../../i18n/translate.ts';
import { wrapLines } from '../../terminal/width.ts';
import { complain } from '../complain.ts';
import { copyCommand } from '../copy-command.ts';
import type { Desk } from '../desk.ts';
import { cursorIndex } from '../list/place.ts';
import { openFilter } from '../open-filter.ts';
import { STATS_MEASURES, type StatsState } from '../screen.ts';
import { loadedStats } from '../stats/figures.ts';
import { openStats, statsTwin } from '../stats/open-stats.ts';
import { lastMonth, PERIOD_LENGTHS } from '../stats/period.ts';
import type { Binding } from './binding.ts';
import { clamp, moveBinding } from './moves.ts';
import { openPalette } from './palette.ts';

function change(desk: Desk, changed: Partial<StatsState>): void {
  desk.store.setState(({ stats }) => ({ stats: { ...stats, ...changed }, notice: null }));
}

/** The one after, and after the last the first again. */
function following<T>(all: readonly T[], one: T, by = 1): T {
  return all[(all.indexOf(one) + by + all.length) % all.length] ?? one;
}

function move(desk: Desk, by: number): void {
  const lines = loadedStats(desk);
  const cursor = clamp(cursorIndex(lines, desk.store.getState().stats) + by, lines.length);
  change(desk, { cursor, cursorNo: lines[cursor]?.no ?? null });
}

/** Months to come have no figures. */
function moveMonth(desk: Desk, by: number): void {
  const nowMs = desk.clock.nowMs();
  const wanted = monthAfter(lastMonth(desk.store.getState().stats, nowMs), by);
  const latest = lastMonth({ month: null }, nowMs);
  change(desk, { month: wanted >= latest ? null : wanted });
}

/** Exactly the requests of the line, to be counted by hand. */
function listThem(desk: Desk): void {
  const { stats, language } = desk.store.getState();
  const lines = loadedStats(desk);
  const line = lines[cursorIndex(lines, stats)];
  if (!line) return;
  if (line.q !== null) openFilter(desk, line.q);
  else complain(desk, translate(statsMessages, language, 'tooLong'));
}

function explain(desk: Desk): void {
  const { language, window } = desk.store.getState();
  const lines = formulaLines(language)
    .flatMap((line) => wrapLines(line, window.columns))
    .map((text) => ({ text, isTalk: false }));
  const title = translate(statsMessages, language, 'formulas');
  desk.store.setState({ overlay: { kind: 'output', title, lines, scroll: 0, scrollMax: 0 }, notice: null });
}

/** The line one would type, ready for its filter. */
function typeFilter(desk: Desk): void {
  const line = statsTwin(desk).replace(/^district /, '');
  const { q } = desk.store.getState().stats;
  // With a filter in force it stands last.
  desk.store.setState({ paletteDraft: q === '' ? `${line} --q ` : line });
  openPalette(desk);
}

export const STATS_BINDINGS: readonly Binding[] = [
  moveBinding(move),
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '列出这一组的办件', en: 'list the requests of the group' },
    run: listThem,
  },
  {
    name: { 'group-next': ['b', 'tab'], 'group-before': ['B'] },
    keys: ['b', 'tab', 'B'],
    label: 'b/B',
    summary: {
      zh: '按部门、街道、社区、事项、类别、来源、月份',
      en: 'by agency, street, community, item, category, source, month',
    },
    run: (desk, key) =>
      change(desk, {
        by: following(STATS_BY, desk.store.getState().stats.by, key === 'B' ? -1 : 1),
        cursor: 0,
        cursorNo: null,
      }),
  },
  {
    name: { 'month-before': ['h', 'left'], 'month-after': ['l', 'right'] },
    keys: ['h', 'l', 'left', 'right'],
    label: 'h/l <- ->',
    summary: { zh: '上一月、下一月', en: 'the month before, the month after' },
    run: (desk, key) => moveMonth(desk, key === 'h' || key === 'left' ? -1 : 1),
  },
  {
    name: 'period',
    keys: ['p'],
    label: 'p',
    summary: { zh: '一个月、三个月、一年', en: 'one month, three, a year' },
    run: (desk) => change(desk, { months: following(PERIOD_LENGTHS, desk.store.getState().stats.months) }),
  },
  {
    name: 'measure',
    keys: ['m'],
    label: 'm',
    summary: { zh: '看哪一项的走势和口径', en: 'whose course and formula to see' },
    run: (desk) => change(desk, { measure: following(STATS_MEASURES, desk.store.getState().stats.measure) }),
  },
  {
    name: 'formulas',
    keys: ['e'],
    label: 'e',
    summary: { zh: '各项口径', en: 'how each figure is reckoned' },
    run: explain,
  },
  { name: 'filter', keys: ['/'], label: '/', summary: { zh: '筛选', en: 'filter' }, run: typeFilter },
  {
    name: 'clear',
    keys: ['escape'],
    label: 'Esc',
    summary: { zh: '清除筛选', en: 'clear the filter' },
    run: (desk) => void openStats(desk, { q: '' }, () => undefined),
  },
  {
    name: 'copy-view',
    keys: ['y'],
    label: 'y',
    summary: { zh: '复制这一屏的命令', en: 'copy the command of this view' },
    run: (desk) => copyCommand(desk, statsTwin(desk)),
  },
];
