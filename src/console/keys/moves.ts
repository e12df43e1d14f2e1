import type { Desk } from '../desk.ts';
import { bodyRows } from '../frame.ts';
import type { Binding } from './binding.ts';

/** Which keys a list has for moving besides those that all have. */
export interface MoveKeys {
  /** Whether g and G go to its ends, as in less: only where no action has these letters. */
  isByLetters?: boolean;
}

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

const LETTER_MOVES = { ...MOVES, first: ['home', 'g'], last: ['end', 'G'] };

/** Keys shared by all lists; `move` gets how many rows to go, an infinite number for its first or last. */
export function moveBinding(
  move: (desk: Desk, by: number) => void,
  { isByLetters = false }: MoveKeys = {},
): Binding {
  const moves = isByLetters ? LETTER_MOVES : MOVES;
  return {
    name: moves,
    keys: Object.values(moves).flat(),
    label: `j/k PgUp/PgDn Home/End${isByLetters ? ' g/G' : ''}`,
    summary: { zh: '上下移动、翻页、到头到尾', en: 'move, page, first and last' },
    isMove: true,
    run: (desk, key) => move(desk, rowsToGo(desk, moves, key)),
  };
}

/** The same moves with Shift, where the terminal sends them, for what grows with the cursor. */
export function extendBinding(extend: (desk: Desk, by: number) => void): Binding {
  return {
    name: EXTENDING,
    keys: Object.values(EXTENDING).flat(),
    label: 'Shift-Up/Down/PgUp/PgDn/Home/End',
    summary: { zh: '移动并选上经过的', en: 'move and mark what is passed' },
    isMove: true,
    run: (desk, key) => extend(desk, rowsToGo(desk, EXTENDING, key)),
  };
}

const EXTENDING: Readonly<Record<string, readonly string[]>> = {
  'extend-down': ['shift+down'],
  'extend-up': ['shift+up'],
  'extend-page-down': ['shift+pagedown'],
  'extend-page-up': ['shift+pageup'],
  'extend-first': ['shift+home'],
  'extend-last': ['shift+end'],
};

function rowsToGo(desk: Desk, moves: typeof MOVES, key: string): number {
  const page = Math.max(1, bodyRows(desk.store.getState().window.rows) - 2);
  const [name = ''] = Object.entries(moves).find(([, keys]) => keys.includes(key)) ?? [];
  return STEPS[name.replace('extend-', '')]?.(page) ?? 0;
}

export function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), Math.max(count - 1, 0));
}
