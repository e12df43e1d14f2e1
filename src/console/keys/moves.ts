import type { Desk } from '../desk.ts';
import { bodyRows } from '../frame.ts';
import type { Binding } from './binding.ts';

const MOVES: Readonly<Record<string, readonly string[]>> = {
  down: ['j', 'down'],
  up: ['k', 'up'],
  'page-down': ['pagedown', 'ctrl+f'],
  'page-up': ['pageup', 'ctrl+b'],
  first: ['home'],
  last: ['end'],
};
const STEPS: Readonly<Record<string, (page: number) => number>> = {
  down: () => 1,
  up: () => -1,
  'page-down': (page) => page,
  'page-up': (page) => -page,
  first: () => Number.NEGATIVE_INFINITY,
  last: () => Number.POSITIVE_INFINITY,
};

/** Keys shared by all lists; `move` gets how many rows to go. */
export function moveBinding(move: (desk: Desk, by: number) => void): Binding {
  return {
    name: MOVES,
    keys: Object.values(MOVES).flat(),
    label: 'j/k PgUp/PgDn Home/End',
    summary: { zh: '上下移动、翻页、到头到尾', en: 'move, page, first and last' },
    run: (desk, key) => {
      const page = Math.max(1, bodyRows(desk.store.getState().window.rows) - 2);
      const [name = ''] = Object.entries(MOVES).find(([, keys]) => keys.includes(key)) ?? [];
      move(desk, STEPS[name]?.(page) ?? 0);
    },
  };
}

export function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), Math.max(count - 1, 0));
}
