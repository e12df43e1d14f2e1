import type { Desk } from '../desk.ts';
import { moveInList } from '../list/move.ts';
import type { ConsoleState, OpenableScreen } from '../state.ts';
import type { Binding } from './binding.ts';
import { clamp, type MoveKeys, moveBinding } from './moves.ts';

/** Keys of a screen that is a list, one of whose rows can be shown whole. */
interface OpenableKeys<S extends OpenableScreen> {
  change(desk: Desk, changed: Partial<ConsoleState[S]>): void;
  /** Moves in the list, or scrolls what is open. */
  move: Binding;
  /** From what is open to the list. */
  back: Binding;
}

export function openableKeys<S extends OpenableScreen>(screen: S, moves: MoveKeys = {}): OpenableKeys<S> {
  const change = (desk: Desk, changed: Partial<ConsoleState[S]>) =>
    desk.store.setState((state) => ({ [screen]: { ...state[screen], ...changed } }));
  const changePlace = (desk: Desk, changed: Partial<ConsoleState[OpenableScreen]>) =>
    change(desk, changed as Partial<ConsoleState[S]>);
  return {
    change,
    move: moveBinding((desk, by) => {
      const place = desk.store.getState()[screen];
      if (place.open !== null)
        return changePlace(desk, { scroll: clamp(place.scroll + by, place.scrollMax + 1) });
      moveInList(desk, screen, by);
    }, moves),
    back: {
      name: 'back',
      keys: ['escape', 'left', 'backspace'],
      label: 'Esc',
      summary: { zh: '返回', en: 'back' },
      run: (desk) => changePlace(desk, { open: null }),
    },
  };
}
