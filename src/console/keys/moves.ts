import type { Desk } from '../desk.ts';
import { bodyRows } from '../frame.ts';
import type { Binding } from './binding.ts';

const STEPS: Readonly<Record<string, (page: number) => number>> = {
  j: () => 1,
  down: () => 1,
  k: () => -1,
  up: () => -1,
  pagedown: (page) => page,
  'ctrl+f': (page) => page,
  pageup: (page) => -page,
  'ctrl+b': (page) => -page,
  home: () => Number.NEGATIVE_INFINITY,
  end: () => Number.POSITIVE_INFINITY,
};

/** Keys shared by all lists; `move` gets how many rows to go. */
export function moveBinding(move: (desk: Desk, by: number) => void): Binding {
  return {
    keys: Object.keys(STEPS),
    label: 'j/k PgUp/PgDn Home/End',
    summary: { zh: '上下移动、翻页、到头到尾', en: 'move, page, first and last' },
    run: (desk, key) => {
      const page = Math.max(1, bodyRows(desk.store.getState().window.rows) - 2);
      move(desk, STEPS[key]?.(page) ?? 0);
    },
  };
}

export function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), Math.max(count - 1, 0));
}
