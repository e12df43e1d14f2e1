import type { Desk } from '../desk.ts';
import { acknowledgeAt } from '../duty/acknowledge.ts';
import { startOrHandOver } from '../duty/start.ts';
import { loadedDuty } from '../rows.ts';
import { detailFromTop, type Overlay } from '../state.ts';

/** Keys on the list of what was handed over. False for a key it does not know. */
export function dutyKey(desk: Desk, { cursor }: Extract<Overlay, { kind: 'duty' }>, key: string): boolean {
  const items = loadedDuty(desk)?.items ?? [];
  const at = Math.min(cursor, Math.max(items.length - 1, 0));
  if (key === 'x' || key === 'c') void acknowledgeAt(desk, at, key === 'c');
  else if (key === 'h') {
    desk.store.setState({ overlay: null });
    void startOrHandOver(desk);
  } else if (key === 'return') openAt(desk, at);
  else return false;
  return true;
}

function openAt(desk: Desk, at: number): void {
  const no = loadedDuty(desk)?.items[at]?.request?.no;
  if (no === undefined) return;
  desk.store.setState({
    overlay: null,
    notice: null,
    detail: detailFromTop(no),
  });
}
