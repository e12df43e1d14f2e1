import { regionLevel, regionPrefix } from '@district/contract/region-code.ts';
import { show } from '../../../commands/progress/show.ts';
import { twin } from '../../command/twin.ts';
import { entryMessages } from '../../i18n/messages/console-entry.ts';
import { translate } from '../../i18n/translate.ts';
import { copyCommand } from '../copy-command.ts';
import type { Desk } from '../desk.ts';
import { loadedProgress, progressCursor } from '../rows.ts';
import { type EntryState, MEASURES } from '../screen.ts';
import type { Binding } from './binding.ts';
import { clamp, moveBinding } from './moves.ts';

/** Digits of a prefix that names a street. */
const STREET_DIGITS = 9;

function setEntry(desk: Desk, change: Partial<EntryState>): void {
  desk.store.setState(({ entry }) => ({ entry: { ...entry, ...change }, notice: null }));
}

function rowAtHand(desk: Desk) {
  const grid = loadedProgress(desk);
  return grid?.rows[progressCursor(grid, desk.store.getState().entry.cursorCode)];
}

function move(desk: Desk, by: number): void {
  const grid = loadedProgress(desk);
  if (!grid) return;
  const at = clamp(progressCursor(grid, desk.store.getState().entry.cursorCode) + by, grid.rows.length);
  setEntry(desk, { cursorCode: grid.rows[at]?.region.code ?? null });
}

function moveColumn(desk: Desk, by: number): void {
  const count = loadedProgress(desk)?.datasets.length ?? 0;
  setEntry(desk, { column: clamp(desk.store.getState().entry.column + by, count) });
}

function goDown(desk: Desk): void {
  const { entry, language } = desk.store.getState();
  const row = rowAtHand(desk);
  if (!row) return;
  if ((regionPrefix(row.region.code)?.length ?? 0) > STREET_DIGITS) {
    desk.store.setState({ notice: { text: translate(entryMessages, language, 'lowest'), tone: 'plain' } });
    return;
  }
  setEntry(desk, { path: [...entry.path, row.region.code], cursorCode: null });
}

function goBack(desk: Desk): void {
  const { path } = desk.store.getState().entry;
  setEntry(desk, path.length === 0 ? {} : { path: path.slice(0, -1), cursorCode: path.at(-1) ?? null });
}

function copyView(desk: Desk): void {
  const grid = loadedProgress(desk);
  const row = rowAtHand(desk);
  if (!grid || !row) return;
  const level = regionLevel(row.region.code);
  const by = level === 'community' || level === 'village' ? 'community' : 'street';
  const dataset = grid.datasets[desk.store.getState().entry.column]?.id;
  copyCommand(desk, twin(show, { by, region: grid.region.code, dataset }));
}

export const ENTRY_BINDINGS: readonly Binding[] = [
  moveBinding(move),
  {
    name: { 'dataset-left': ['h', 'left'], 'dataset-right': ['l', 'right'] },
    keys: ['h', 'l', 'left', 'right'],
    label: 'h/l <- ->',
    summary: { zh: '换数据集', en: 'another dataset' },
    run: (desk, key) => moveColumn(desk, key === 'h' || key === 'left' ? -1 : 1),
  },
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '到社区', en: 'down to the communities' },
    run: goDown,
  },
  {
    name: 'back',
    keys: ['escape', 'backspace'],
    label: 'Esc',
    summary: { zh: '返回上级', en: 'back up' },
    run: goBack,
  },
  {
    name: 'measure',
    keys: ['m'],
    label: 'm',
    summary: {
      zh: '口径:覆盖、完整、正确、及时',
      en: 'measure: coverage, completeness, accuracy, timeliness',
    },
    run: (desk) => {
      const { measure } = desk.store.getState().entry;
      setEntry(desk, { measure: MEASURES[(MEASURES.indexOf(measure) + 1) % MEASURES.length] ?? 'coverage' });
    },
  },
  {
    name: 'copy-view',
    keys: ['y'],
    label: 'y',
    summary: { zh: '复制这一屏的命令', en: 'copy the command of this view' },
    run: copyView,
  },
];
